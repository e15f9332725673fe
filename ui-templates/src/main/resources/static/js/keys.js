// Keyboard: / search, j k move between rows, Enter opens, x ticks or opens, n new promotion, ? help. Nothing here decides.
const typing = element => element.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]');
const rows = () => [...document.querySelectorAll('main table.grid tbody tr, main .options > .option')]
  .filter(row => row.offsetParent);
const current = () => document.querySelector('main tr[aria-selected="true"], main .option[data-current]');
const link = row => row?.matches('a[href]') ? row : row?.querySelector('a[data-open], .end a[href]') ?? row?.querySelector('a[href]');
const nameOf = row => link(row)?.getAttribute('href') ?? row?.textContent;

function mark(row) {
  const before = current();
  before?.removeAttribute('aria-selected');
  delete before?.dataset.current;
  if (row.matches('tr')) row.setAttribute('aria-selected', 'true');
  else row.dataset.current = '';
}

function select(row) {
  mark(row);
  const place = row.matches('label') ? row.querySelector('input:not(:disabled)') ?? row : row;
  if (place.matches('tr, label')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function move(by) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  select(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
}

function tick() {
  const row = current();
  const box = row?.querySelector('input[type=checkbox]:not(:disabled)');
  const more = row?.querySelector('details');
  if (box) box.click();
  else if (more) more.open = !more.open;
  else link(row)?.click();
}

const actions = {
  '/': () => (document.querySelector('main input[type=search]') ?? document.getElementById('search'))?.focus(),
  j: () => move(1),
  k: () => move(-1),
  x: tick,
  n: () => document.querySelector('a[data-key=n]')?.click(),
  '?': () => document.getElementById('keys')?.showModal(),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && (event.target.type === 'search' || event.target.closest('.word'))) event.target.blur();
  if (typing(event.target)) return;
  if (event.key === 'Enter' && event.target === current()) {
    if (event.target.matches('tr')) link(event.target)?.click();
    return;
  }
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

// What is fetched anew keeps the row that was chosen, or its place where the row is gone. Several parts of a page may be
// swapped before the first has settled.
let chosen = null;
document.addEventListener('htmx:beforeSwap', event => {
  const row = current();
  if (!row || !event.target.contains(row)) return;
  chosen = { name: nameOf(row), at: rows().indexOf(row), focused: row.contains(document.activeElement) };
});
document.addEventListener('htmx:afterSettle', () => {
  if (!chosen || current()) return;
  const all = rows();
  const row = all.find(one => nameOf(one) === chosen.name) ?? all[Math.min(chosen.at, all.length - 1)];
  if (row && chosen.focused) select(row);
  else if (row) mark(row);
  chosen = null;
});
