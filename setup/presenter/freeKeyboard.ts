/**
 * Keeps the deck's keys alive. Slidev takes no keys while a button, a link or a field has the focus, and goes on
 * believing so when that was removed from the page, since the browser then tells nobody. After a click on Slidev's bar,
 * in its overview or its list of slides, a presenter's keys would be dead until the slide is clicked.
 */
export function freeKeyboard(): void {
  /** What the browser said last of the focus. */
  let told: EventTarget | null = null
  window.addEventListener('focusin', ({ target }) => told = target)
  window.addEventListener('focusout', () => told = null)

  // At once: the next key may come before a timer. A click from the keyboard has no detail, and leaves the focus where
  // its user has put it.
  window.addEventListener('click', ({ detail }) => detail > 0 && giveBack(), { capture: true })

  // Before Slidev looks at the key: the event makes it look at the focus again.
  window.addEventListener('keydown', () => {
    if (told !== null && document.activeElement === document.body) {
      told = null
      window.dispatchEvent(new FocusEvent('focus'))
    }
  }, { capture: true })
}

/** Takes the focus from a button or link, except in a dialog, which takes all keys itself. */
function giveBack(): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && activeElement.matches('button, a') && !activeElement.closest('dialog'))
    activeElement.blur()
}
