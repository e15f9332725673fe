// <time data-age datetime=…> grows older by itself; <span class="fresh"> turns stale after a minute.
const words = seconds => seconds < 60 ? `${seconds} s`
  : seconds < 3600 ? `${Math.floor(seconds / 60)} min`
  : seconds < 48 * 3600 ? `${Math.floor(seconds / 3600)} h`
  : `${Math.floor(seconds / 86400)} d`;

setInterval(() => {
  if (document.hidden) return;
  for (const time of document.querySelectorAll('time[data-age]')) {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(time.dateTime)) / 1000));
    if (time.textContent !== words(seconds)) time.textContent = words(seconds);
    time.closest('.fresh')?.classList.toggle('is-stale', seconds > 60);
  }
}, 1000);
