// Everything here only makes quicker what works without it.
import './keys.js';
import './ages.js';
import './times.js';
import './menus.js';
import './attention.js';
import './copy.js';
import './selection.js';
import './highlight.js';
import './live.js';
import './replay.js';

document.documentElement.classList.add('js');
