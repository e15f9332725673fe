// Keyboard: / search, j k move between rows, Enter opens, x ticks, n new promotion, ? help. Nothing here decides.
const typing = element => element.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]');
const rows = () => [...document.querySelectorAll('main table.grid tbody tr')].filter(row => row.offsetParent);
const current = () => document.querySelector('main tr[aria-selected="true"]');

function select(row) {
  current()?.removeAttribute('aria-selected');
  row.setAttribute('aria-selected', 'true');
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function move(by) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  select(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
}

const actions = {
  '/': () => document.querySelector('main input[type=search], #search')?.focus(),
  j: () => move(1),
  k: () => move(-1),
  x: () => current()?.querySelector('input[type=checkbox]')?.click(),
  n: () => document.querySelector('a[data-key=n]')?.click(),
  '?': () => document.getElementById('keys')?.showModal(),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && event.target.type === 'search') event.target.blur();
  if (typing(event.target)) return;
  if (event.key === 'Enter' && event.target === current()) {
    event.target.querySelector('a[href]')?.click();
    return;
  }
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
