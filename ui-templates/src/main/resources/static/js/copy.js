// <button data-copy="#id"> copies the text of the element it names.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  event.preventDefault();
  const text = document.querySelector(button.dataset.copy)?.textContent ?? '';
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.copied;
  } catch {
    button.textContent = button.dataset.refused;
  }
  setTimeout(() => { button.textContent = before; }, 2000);
});
