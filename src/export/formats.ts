import { UsageError } from '../cli/cli.ts'

/** What the deck is exported as, and the file of each. */
export const FORMATS = {
  pdf: 'deck.pdf',
  notes: 'deck-notes.pdf',
  pptx: 'deck.pptx',
  png: 'deck.zip',
} as const
export type Format = keyof typeof FORMATS

const NAMES = Object.keys(FORMATS) as Format[]

/**
 * The formats of a list such as `pdf,notes`.
 *
 * @param text undefined for all formats
 * @throws {UsageError} for a name that is no format, and for none
 */
export function parseFormats(text: string | undefined): Format[] {
  if (text === undefined)
    return NAMES
  const wanted = text.split(',').map(name => name.trim())
  const unknown = wanted.find(name => !Object.hasOwn(FORMATS, name))
  if (unknown !== undefined)
    throw new UsageError(`--format is "${text}"; write one or more of ${NAMES.join(', ')}, with commas between them.`)
  return NAMES.filter(name => wanted.includes(name))
}
