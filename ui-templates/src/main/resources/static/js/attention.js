// The title of the tab says "Needs you" for as long as something does: the server writes it, live updates keep it true.
function tell() {
  const attention = document.getElementById('attention')
  if (!attention) return
  const mark = `${attention.dataset.words} · `
  const title = document.title.startsWith(mark) ? document.title.slice(mark.length) : document.title
  const wanted = attention.dataset.needsYou === 'true' ? mark + title : title
  if (document.title !== wanted) document.title = wanted
}

document.addEventListener('htmx:load', tell)
