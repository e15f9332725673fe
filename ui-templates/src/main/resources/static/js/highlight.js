// Prism colours a whole page by itself; what arrives later is coloured here.
document.addEventListener('htmx:afterSwap', event => window.Prism?.highlightAllUnder(event.target));
