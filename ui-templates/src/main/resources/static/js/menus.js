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
