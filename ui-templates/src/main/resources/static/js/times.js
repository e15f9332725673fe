// <time datetime=…> is written in UTC; here it is told in the zone of the person who looks. UTC stays in its title.
const format = options => new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', ...options })
const day = { year: 'numeric', month: '2-digit', day: '2-digit', timeZoneName: 'short' }
const words = format(day)
const exact = format({ ...day, second: '2-digit' })
const clock = format({ second: '2-digit' })

function tell(root) {
  for (const time of root.querySelectorAll?.('time[datetime]:not([data-told])') ?? []) {
    const moment = new Date(time.dateTime)
    if (Number.isNaN(moment.getTime())) continue
    time.dataset.told = ''
    if (!time.title) time.title = `${moment.toISOString().slice(0, 19).replace('T', ' ')} UTC`
    if ('age' in time.dataset) continue
    if ('clock' in time.dataset) time.textContent = clock.format(moment)
    else time.textContent = (/:\d\d:\d\d/.test(time.textContent) ? exact : words).format(moment)
  }
}

tell(document)
document.addEventListener('htmx:load', event => tell(event.target.parentNode ?? event.target))
