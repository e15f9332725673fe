// Plays a finished promotion: the scrubber takes one step after another, and the page shows the board of each.
const PAUSE = 700
let timer = null

function stop(button) {
  clearInterval(timer)
  timer = null
  if (button) button.textContent = button.dataset.play
}

function step(button, scrubber) {
  if (!scrubber.isConnected || Number(scrubber.value) >= Number(scrubber.max)) return stop(button)
  scrubber.value = Number(scrubber.value) + 1
  scrubber.dispatchEvent(new Event('step', { bubbles: true }))
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-play]')
  const scrubber = document.getElementById('replay-at')
  if (!button || !scrubber) return
  if (timer) return stop(button)
  if (scrubber.value === scrubber.max) scrubber.value = scrubber.min
  button.textContent = button.dataset.pause
  timer = setInterval(() => step(button, scrubber), PAUSE)
})
window.addEventListener('pagehide', () => stop(document.querySelector('[data-play]')))
