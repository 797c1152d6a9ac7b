/** A tag in Markdown, as far as it can be read without evaluating anything. */
export interface Tag {
  /** Its name as that of a component: `source-line` becomes `SourceLine`. */
  name: string
  /** By name, in camel case. */
  attributes: Record<string, Attribute>
  /** Its offset in the Markdown. */
  index: number
}

export interface Attribute {
  text: string
  /** Whether it is written with a colon, and so is an expression. */
  bound: boolean
}

export interface ReadMarkdown {
  /** Opening tags, in their order. */
  tags: Tag[]
  /** Written as `![text](url)`. */
  images: { url: string, index: number }[]
  /** The text that the room reads, each character at its offset in the Markdown; everything else is blank. */
  words: string
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/
const FENCE = /^[ \t]*(?<fence>`{3,}|~{3,})(?<language>[^`~\n]*)\n(?<code>[\s\S]*?)^[ \t]*\k<fence>/m
const COMMENT = /<!--[\s\S]*?-->/
const RAW = /<(?<raw>script|style)\b[\s\S]*?<\/\k<raw>>/
const CODE = /(?<ticks>`+)(?!`)(?:(?!\n\s*\n)[\s\S])+?(?<!`)\k<ticks>(?!`)/
const EXPRESSION = /\{\{[\s\S]*?\}\}/
const TAG = new RegExp(String.raw`<(?<tag>/?[A-Z][\w.-]*)(?<attributes>(?:\s+${ATTRIBUTE.source})*)\s*/?>`, 'i')
/** If two match at the same place, the earlier one in the list is used. */
const PIECE = new RegExp([FENCE, COMMENT, RAW, CODE, EXPRESSION, TAG].map(piece => piece.source).join('|'), 'gim')

const IMAGE = /!\[[^\]]*\]\(\s*<?([^\s()<>]+)/g

/** Addresses, escapes, emphasis and named spaces. */
const MARKUP = /\]\([^)\s]*|https?:\/\/[^\s)]+|&(?:[a-z]*sp|#\d+);|[\\*~]|\b_|_\b/g
/** Lines of a diagram that draw no text. */
const DIAGRAM_STYLE = /^[ \t]*(?:%%|(?:classDef|class|style|linkStyle|click)\b).*$/gm

/** Reads the tags, images and visible text of a slide or handout; code is left out. */
export function readMarkdown(markdown: string): ReadMarkdown {
  const tags: Tag[] = []
  const words = markdown.replace(PIECE, (...match) => {
    const [piece] = match as [string]
    const { language, code = '', tag, attributes = '' } = match.at(-1) as Record<string, string | undefined>
    if (tag !== undefined && !tag.startsWith('/'))
      tags.push({ name: pascal(tag), attributes: readAttributes(attributes), index: match.at(-3) as number })
    if (!language?.trim().startsWith('mermaid'))
      return blank(piece)
    const start = piece.indexOf('\n') + 1
    const labels = readMarkdown(code.replace(DIAGRAM_STYLE, blank)).words
    return blank(piece.slice(0, start)) + labels + blank(piece.slice(start + code.length))
  })
  const images = [...words.matchAll(IMAGE)].map(({ 1: url = '', index }) => ({ url, index }))
  return { tags, images, words: words.replace(MARKUP, blank) }
}

/** Only the tags of a slide or handout, opening and closing ones, each at its offset; everything else is blank. */
export function tagsAlone(markdown: string): string {
  let [tags, end] = ['', 0]
  for (const { 0: piece, index, groups } of markdown.matchAll(PIECE)) {
    if (groups?.tag === undefined)
      continue
    tags += blank(markdown.slice(end, index)) + piece
    end = index + piece.length
  }
  return tags + blank(markdown.slice(end))
}

/** The text with every character but line breaks replaced by a space. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/** The texts in an attribute: its value or, for an expression, all quoted texts in it. */
export function textsOf({ text, bound }: Attribute): string[] {
  if (!bound)
    return [text]
  const quoted = text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)
  return [...quoted].map(([, a, b, c]) => (a ?? b ?? c ?? '').replace(/\\(.)/g, '$1'))
}

function readAttributes(text: string): Record<string, Attribute> {
  const all = text.matchAll(new RegExp(ATTRIBUTE, 'g'))
  return Object.fromEntries([...all].map(([, name = '', a, b, c]) => {
    const bound = /^(?:v-bind)?:/.test(name)
    return [camel(bound ? name.slice(name.indexOf(':') + 1) : name), { text: a ?? b ?? c ?? '', bound }]
  }))
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function pascal(name: string): string {
  return name.includes('-') ? camel(`-${name}`) : name
}
