// An open menu closes by Escape and by a click beside it.
const menus = () => document.querySelectorAll('details.menu[open]')

document.addEventListener('click', event => {
  for (const menu of menus()) {
    if (!menu.contains(event.target)) menu.open = false
  }
})

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  for (const menu of menus()) {
    const within = menu.contains(document.activeElement)
    menu.open = false
    if (within) menu.querySelector('summary').focus()
  }
})

// What is fetched anew keeps the menus that are open.
let kept = []
document.addEventListener('htmx:beforeSwap', () => {
  kept = [...new Set([...kept, ...[...menus()].map(menu => menu.id).filter(Boolean)])]
})
document.addEventListener('htmx:afterSettle', () => {
  for (const id of kept) {
    const menu = document.getElementById(id)
    if (menu) menu.open = true
  }
  kept = []
})
