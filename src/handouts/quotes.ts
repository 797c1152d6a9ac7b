const OPENS = /[\s([{–—/“‘]$/

/**
 * Straight quotation marks as a book has them: `"a 'b' c"` as `“a ‘b’ c”`, and an apostrophe as `’`.
 *
 * @param before text that precedes it in its paragraph
 */
export function curlQuotes(text: string, before = ''): string {
  let done = before
  for (const character of text) {
    const opens = done === '' || OPENS.test(done)
    done += character === '"' ? opens ? '“' : '”' : character === '\'' ? opens ? '‘' : '’' : character
  }
  return done.slice(before.length)
}

/** Curls the quotation marks of all that is read under an element, but for code. */
export function curlQuotesIn(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let block: Element | null | undefined
  let before = ''
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (node.parentElement?.closest('code, style, script'))
      continue
    const own = blockOf(node)
    if (own !== block)
      before = ''
    block = own
    if (/["']/.test(node.data))
      node.data = curlQuotes(node.data, before)
    before = `${before}${node.data}`.slice(-1)
  }
}

/** The element whose lines a text is on. */
function blockOf(node: Text): Element | null {
  let element = node.parentElement
  while (element && getComputedStyle(element).display.startsWith('inline'))
    element = element.parentElement
  return element
}
