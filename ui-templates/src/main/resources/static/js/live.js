// Live updates: one stream per browser tab tells the names of what changed; every element that shows one of them, marked
// data-live="name other-name", hears the event "live" and fetches itself anew (hx-trigger="live").

const LIVE_HEADER = 'Tiphys-Live'
const elements = () => document.querySelectorAll('[data-live]')
const namesOf = element => element.dataset.live.split(/\s+/)

// A refused form is answered at its own address, which nobody can GET: what is fetched anew, and a reload, need the page's.
const here = document.querySelector('main[data-here]')?.dataset.here
if (here) history.replaceState(history.state, '', here)

let stream = null
let interrupted = false

// Fetching anew would take away the form that somebody is typing into, and with it the keys that were not sent yet.
const TYPING = 1000
let typedAt = -TYPING
document.addEventListener('input', () => { typedAt = performance.now() })

function tell(isMeant) {
  for (const element of elements()) {
    if (namesOf(element).some(isMeant)) refresh(element)
  }
}

function leftToType(element) {
  return element.contains(document.activeElement) ? typedAt + TYPING - performance.now() : 0
}

function refresh(element) {
  const left = leftToType(element)
  if (left > 0) {
    clearTimeout(element.waitsForTyping)
    element.waitsForTyping = setTimeout(() => refresh(element), left)
  } else if (element.isConnected) {
    window.htmx?.trigger(element, 'live')
  }
}

// What was asked for before somebody began to type comes too early now.
document.addEventListener('htmx:beforeSwap', event => {
  const { requestConfig, target } = event.detail
  if (requestConfig?.triggeringEvent?.type === 'live' && leftToType(target) > 0) {
    event.detail.shouldSwap = false
    refresh(target)
  }
})

function open() {
  if (stream || document.hidden || elements().length === 0) return
  stream = new EventSource('/live')
  stream.addEventListener('hello', () => {
    if (interrupted) tell(() => true)
    interrupted = false
  })
  stream.addEventListener('changed', event => {
    const changed = new Set(event.data.split(' '))
    tell(name => changed.has(name))
  })
  stream.addEventListener('refresh', () => tell(() => true))
  stream.addEventListener('error', () => {
    interrupted = true
    if (stream?.readyState === EventSource.CLOSED) close()
  })
}

function close() {
  stream?.close()
  stream = null
  interrupted = true
}

document.addEventListener('visibilitychange', () => document.hidden ? close() : open())
window.addEventListener('pagehide', close)
window.addEventListener('pageshow', open)
document.addEventListener('htmx:load', open)
open()

// Requests that the page makes by itself must not keep an idle session alive; every changing one carries the CSRF token.
document.addEventListener('htmx:configRequest', event => {
  const { headers, triggeringEvent } = event.detail
  if (triggeringEvent?.type === 'live') headers[LIVE_HEADER] = 'true'
  const token = document.querySelector('meta[name="_csrf"]')
  if (token) headers['X-CSRF-TOKEN'] = token.content
})
