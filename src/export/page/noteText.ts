/** What begins a new line in plain text. */
const BLOCKS = 'p, li, h1, h2, h3, h4, blockquote, pre, tr'

/**
 * A speaker note in plain text: paragraphs with an empty line between them, items of lists with a dash, and `[click]`
 * where the presenter clicks.
 *
 * @param html that Slidev made of the note
 */
export function noteText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  body.querySelectorAll('.slidev-note-click-mark').forEach(mark => mark.replaceWith('[click] '))
  body.querySelectorAll('br').forEach(line => line.replaceWith('\n'))
  const blocks = [...body.querySelectorAll(BLOCKS)].filter(block => !block.querySelector(BLOCKS))
  const texts = blocks.length > 0 ? blocks : [body]
  return texts
    .map(block => ({ isItem: block.closest('li') !== null, text: plainText(block) }))
    .filter(({ text }) => text !== '')
    .reduce((all, { isItem, text }, i, { [i - 1]: before }) =>
      `${all}${i === 0 ? '' : isItem && before?.isItem ? '\n' : '\n\n'}${isItem ? `- ${text}` : text}`, '')
}

function plainText(block: Element): string {
  return block.textContent.split('\n').map(line => line.replace(/\s+/g, ' ').trim()).join(' ').trim()
}
