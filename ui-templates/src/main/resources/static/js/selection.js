// How many rows are ticked, all at once, and the same ones after the table has been fetched anew. The form works without.
const form = () => document.querySelector('form[data-selection]')
const boxes = () => [...document.querySelectorAll('input[type=checkbox][form=bulk]')]

function show() {
  const bulk = form()
  if (!bulk) return
  const all = boxes()
  const ticked = all.filter(box => box.checked).length
  const count = bulk.querySelector('[data-count]')
  count.textContent = ticked === 0 ? '' : ticked + ' ' + count.dataset.words
  for (const button of bulk.querySelectorAll('button')) button.disabled = ticked === 0
  const every = document.querySelector('[data-select-all]')
  if (every) {
    every.checked = ticked > 0 && ticked === all.length
    every.indeterminate = ticked > 0 && ticked < all.length
  }
}

document.addEventListener('change', event => {
  if (event.target.matches('[data-select-all]')) {
    for (const box of boxes()) box.checked = event.target.checked
  }
  if (event.target.matches('input[type=checkbox]')) show()
})

let ticked = new Set()
document.addEventListener('htmx:beforeSwap', () => {
  ticked = new Set(boxes().filter(box => box.checked).map(box => box.value))
})
document.addEventListener('htmx:afterSwap', () => {
  for (const box of boxes()) box.checked = ticked.has(box.value)
  show()
})
window.addEventListener('pageshow', show)
show()
