import { escapeHtml } from '../../cli/escapeHtml.ts'

/**
 * Runs in the built deck: the words of a slide as plain HTML, in the order in which a screen reader reads them.
 * Mere decoration is left out; what only a screen reader gets, such as the words of a picture, is included.
 */

/*
 * Components say with `data-reader` what their looks do not: `out` for what is not for readers, such as lens tabs and
 * page numbers; `body` for where the drawing of a framed slide is; `drawing` for a drawing that is made without SVG;
 * `words` for one that adds nothing to its words, such as an empty ballot; `sources` for the appendix.
 */

/** Controls and live states, which mean nothing on a page without scripts. */
const LEFT_OUT = 'script, style, button, input, [role="status"], [role="timer"], [aria-hidden="true"], '
  + '[data-reader="out"], .slidev-vclick-hidden'
const LISTS = new Set(['UL', 'OL'])
const KEPT_INLINE: Readonly<Record<string, string>>
  = { STRONG: 'b', B: 'b', EM: 'em', I: 'em', S: 's', INS: 'ins', SUP: 'sup', SUB: 'sub' }

const clean = (html: string): string => html.replaceAll(/\s+/g, ' ').replaceAll(/\s+([.,;:?!])/g, '$1').trim()
const isEmpty = (html: string): boolean => html.replaceAll(/<[^>]*>/g, '').trim() === ''

function isLeftOut(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element)
  return display === 'none' || visibility === 'hidden' || element.matches(LEFT_OUT)
}

/** Whether an element is there for screen readers alone. */
export function isScreenReaderOnly(element: Element): boolean {
  return element.closest('.sr-only, .picture-words') !== null
}

const isPicture = (element: Element): boolean =>
  element.tagName.toLowerCase() === 'svg' || element.getAttribute('role') === 'img'

/** A picture of the height of a line stands in it: a tick, a blank to fill in. */
const isInLine = (picture: Element): boolean => picture.getBoundingClientRect().height < 60

/** Whether it stands in lines of its own; parts of a flex row count too, for which there is no room on a phone. */
function isBlock(element: Element): boolean {
  return !/^(?:inline|contents|ruby)/.test(getComputedStyle(element).display)
}

function inline(node: Node): string {
  if (node instanceof Text)
    return escapeHtml(node.data)
  if (!(node instanceof Element) || isLeftOut(node))
    return ''
  if (isPicture(node)) {
    const label = node.getAttribute('aria-label')
    return label === null ? '' : ` (${escapeHtml(label)}) `
  }
  const inside = [...node.childNodes].map(inline).join('')
  if (isEmpty(inside))
    return inside
  if (node instanceof HTMLAnchorElement && /^https?:/.test(node.href))
    return `<a href="${escapeHtml(node.href)}">${inside}</a>`
  const tag = KEPT_INLINE[node.tagName]
  const kept = tag === undefined ? inside : `<${tag}>${inside}</${tag}>`
  return isBlock(node) ? ` ${kept} ` : kept
}

/**
 * An item: its first part as it stands, the others in a line below. In an ordered list its own number is left out, and
 * a share goes after what it is a share of.
 */
function listItem(item: Element, isOrdered: boolean): string {
  const parts = blocks(item).map(block => block.replace(/^<p>([\s\S]*)<\/p>$/, '$1'))
  const signOf = (part = '') => part.replaceAll(/<[^>]*>/g, '')
  const isShare = /^\d+%$/.test(signOf(parts[0]))
  if (isShare)
    parts.splice(0, 2, (parts[1] ?? '').replace(/^<b>\d+<\/b> /, ''), parts[0] ?? '')
  else if (isOrdered && /^\d+$/.test(signOf(parts[0])))
    parts.shift()
  else if (signOf(parts[0]).length <= 3 && parts.length > 1)
    parts.splice(0, 2, `<b>${signOf(parts[0])}</b> ${parts[1]}`)
  const [first = '', ...more] = parts
  const below = more.length > 0 ? `<span class="more">${more.join(' · ')}</span>` : ''
  return first === '' ? '' : `<li>${first}${below}</li>`
}

function list(element: Element): string[] {
  const isOrdered = element.tagName === 'OL'
  const items = [...element.children].filter(child => !isLeftOut(child)).map(child => listItem(child, isOrdered))
  const tag = isOrdered ? 'ol' : 'ul'
  return items.join('') === '' ? [] : [`<${tag}>${items.join('')}</${tag}>`]
}

function cell(element: HTMLTableCellElement): string {
  const inner = clean([...element.childNodes].map(inline).join(''))
  // The corner of a table heads nothing.
  const tag = inner === '' ? 'td' : element.tagName.toLowerCase()
  const attributes = ['colspan', 'rowspan', ...inner === '' ? [] : ['scope']]
    .flatMap(name => element.hasAttribute(name) ? [` ${name}="${escapeHtml(element.getAttribute(name) ?? '')}"`] : [])
  return `<${tag}${attributes.join('')}>${inner}</${tag}>`
}

function table(element: HTMLTableElement): string[] {
  const rows = (part: HTMLTableSectionElement) => [...part.rows]
    .filter(row => !isLeftOut(row))
    .map(row => `<tr>${[...row.cells].map(cell).join('')}</tr>`)
    .join('')
  const head = element.tHead && !isEmpty(rows(element.tHead)) ? `<thead>${rows(element.tHead)}</thead>` : ''
  const body = [...element.tBodies].map(part => `<tbody>${rows(part)}</tbody>`).join('')
  const caption = clean(element.caption?.textContent ?? '')
  const name = caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`
  // It may be wider than a phone, and is then moved by touch or by keys.
  const scroll = (inner: string) => `<div class="scroll" tabindex="0"><table>${inner}${head}${body}</table></div>`
  // A table that only screen readers get is folded away below its picture.
  return isScreenReaderOnly(element)
    ? [`<details><summary>${escapeHtml(caption || 'The figures')}, as a table</summary>${scroll('')}</details>`]
    : [scroll(name)]
}

/** A verdict: its name is for screen readers, the scale that shows its place among all is for the eye. */
function stamp(element: Element): string {
  const name = element.querySelector('.sr-only')
  const word = clean(escapeHtml([...element.children].filter(part => part !== name && !isLeftOut(part))
    .map(part => part.textContent)
    .join(' ')))
  const boxes = [...element.querySelectorAll('[aria-hidden="true"] > i')]
    .map(box => box.matches('.filled') ? '<i class="filled"></i>' : '<i></i>')
  const scale = boxes.length > 0 ? `<span class="scale" aria-hidden="true">${boxes.join('')}</span>` : ''
  const spoken = clean(escapeHtml(name?.textContent ?? ''))
  return `<p class="verdict"><span><span class="sr-only">${spoken}</span> ${word}</span>${scale}</p>`
}

function blockOf(element: Element): string[] {
  if (isPicture(element)) {
    const label = clean(escapeHtml(element.getAttribute('aria-label') ?? ''))
    return label === '' ? [] : [`<p class="seen">${label}</p>`]
  }
  if (element instanceof HTMLTableElement)
    return table(element)
  if (LISTS.has(element.tagName))
    return list(element)
  if (element.matches('.verdict'))
    return [stamp(element)]
  if (element.tagName === 'H1')
    return [`<h1>${clean([...element.childNodes].map(inline).join(''))}</h1>`]
  // A paragraph stays one, however its parts are laid out; but a stamp is not part of the words beside it.
  if (element.tagName === 'P' && !element.querySelector('.verdict')) {
    const line = clean(inline(element))
    return isEmpty(line) ? [] : [`<p>${line}</p>`]
  }
  return blocks(element)
}

/** What stands in an element, block by block. */
export function blocks(element: Element): string[] {
  const found: string[] = []
  let line = ''
  const endLine = () => {
    if (!isEmpty(line))
      found.push(`<p>${clean(line)}</p>`)
    line = ''
  }
  for (const node of element.childNodes) {
    if (node instanceof Element && !isLeftOut(node) && (isPicture(node) ? !isInLine(node) : isBlock(node))) {
      endLine()
      found.push(...blockOf(node))
    }
    else {
      line += inline(node)
    }
  }
  endLine()
  return found
}
