import type { SlidevMarkdown, SourceSlideInfo } from '@slidev/types'
import type { Ledger } from '../composables/evidenceSchema.ts'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { load } from '@slidev/parser/fs'
import { AS_OF, LENS_IDS } from '../composables/evidenceSchema.ts'
import { readLedger } from '../composables/ledger.ts'
import { EDITIONS, SOURCE_OF } from '../handouts/editions.ts'
import { readExercises } from '../handouts/exercises.ts'
import { readPolls } from '../room/polls.ts'

export interface ContentReport {
  /** One sentence a fault: file, line, what is wrong and what to do. */
  faults: string[]
  /** What was looked at, in one line. */
  counted: string
}

interface Known {
  ledger: Ledger
  polls: Set<string>
}

/**
 * Checks that slides and exercises refer only to claims, figures, sources and polls that exist, that every `src:` brings
 * its slides in, and that every slide has speaker notes.
 *
 * @param root folder of the deck
 * @throws {import('../composables/yamlFile.ts').ContentError} when a data file itself is not valid
 */
export async function checkContent(root: string): Promise<ContentReport> {
  const ledger = readLedger(join(root, 'evidence'))
  const polls = readPolls(join(root, 'polls.yaml'))
  const exercises = readExercises(join(root, 'exercises'))
  const known: Known = { ledger, polls: new Set(polls.map(it => it.id)) }

  const entry = join(root, 'slides.md')
  const deck = await load({ userRoot: root, roots: [root] } as never, entry)
  const faults = Object.values(deck.markdownFiles).flatMap(it => checkImports(it, known, root))
  for (const slide of deck.slides) {
    const at = (line: number) => `${relative(root, slide.source.filepath)}:${line + 1}`
    const first = firstLine(slide.source)
    if (!slide.note?.trim())
      faults.push(`${at(first)}: the slide has no speaker notes; end it with a comment that holds them.`)
    faults.push(...checkFrontmatter(slide.source.frontmatter, known).map(it => `${at(slide.source.start)}: ${it}`))
    faults.push(...checkReferences(slide.content, known, line => at(first + line)))
  }
  for (const { slug } of exercises) {
    for (const edition of EDITIONS) {
      const file = join('exercises', slug, SOURCE_OF[edition])
      faults.push(...checkReferences(readFileSync(join(root, file), 'utf8'), known, line => `${file}:${line + 1}`))
    }
  }
  return { faults, counted: `In order: slides ${deck.slides.length}, exercises ${exercises.length}, polls ${polls.length}, claims ${Object.keys(ledger.claims).length}.` }
}

/** Line of a slide's first content, from 0: Slidev trims the blank lines before it. */
function firstLine({ raw, start, contentStart, content }: SourceSlideInfo): number {
  const lines = raw.split('\n').slice(contentStart - start)
  return contentStart + (content ? Math.max(0, lines.findIndex(it => it.trim())) : 0)
}

/** Slidev drops a missing `src:` without a word; so every import must exist and hold slides. */
function checkImports({ filepath, slides }: SlidevMarkdown, known: Known, root: string): string[] {
  return slides.flatMap(({ frontmatter, start }) => {
    const src = frontmatter.src as string | undefined
    if (src === undefined)
      return []
    const [file = '', range] = src.split('#')
    const where = `${relative(root, filepath)}:${start + 1}`
    const faults = checkFrontmatter(frontmatter, known).map(it => `${where}: ${it}`)
    if (!existsSync(file.startsWith('/') ? join(root, file) : resolve(dirname(filepath), file)))
      return [...faults, `${where}: src ${file} does not exist; its slides would be left out silently.`]
    if (range !== undefined)
      return [...faults, `${where}: src ${src} has a range; import the whole file, so that no slide is left out silently.`]
    return faults
  })
}

function checkFrontmatter(frontmatter: Record<string, unknown>, { ledger, polls }: Known): string[] {
  const { lens, poll, sources = [], asOf } = frontmatter
  const faults: string[] = []
  if (lens !== undefined && !(LENS_IDS as readonly unknown[]).includes(lens))
    faults.push(`lens "${String(lens)}" is none of ${LENS_IDS.join(', ')}.`)
  if (poll !== undefined && !polls.has(String(poll)))
    faults.push(`poll "${String(poll)}" is not in polls.yaml.`)
  for (const id of [sources].flat()) {
    if (!Object.hasOwn(ledger.sources, String(id)))
      faults.push(`source "${String(id)}" is not in evidence/sources.yaml.`)
  }
  if (asOf !== undefined && !AS_OF.test(String(asOf)))
    faults.push(`asOf "${String(asOf)}" is no date such as '2026-11'.`)
  return faults
}

interface Reference {
  /** The component's attribute; its text is the first group. */
  pattern: RegExp
  /** The ids in that text. */
  ids: (text: string) => string[]
  has: (id: string, known: Known) => boolean
  kind: string
  file: string
}

const one = (text: string) => [text]
const quoted = (text: string) => [...text.matchAll(/'([^']*)'/g)].map(it => it[1] ?? '')

/** What the components in Markdown point at, with the file that must hold it. */
const REFERENCES: Reference[] = [
  { pattern: /<Figure\s[^>]*?\bid=(?:"([^"]*)"|'([^']*)')/g, ids: one, has: (id, { ledger }) => Object.hasOwn(ledger.figures, id), kind: 'figure', file: 'evidence/claims.yaml' },
  { pattern: /<Verdict\s[^>]*?\bclaim=(?:"([^"]*)"|'([^']*)')/g, ids: one, has: (id, { ledger }) => Object.hasOwn(ledger.claims, id), kind: 'claim', file: 'evidence/claims.yaml' },
  { pattern: /<CostCaveat\s[^>]*?\bclaim=(?:"([^"]*)"|'([^']*)')/g, ids: one, has: (id, { ledger }) => Object.hasOwn(ledger.claims, id) && ledger.claims[id]?.caveat !== undefined, kind: 'claim with a caveat', file: 'evidence/claims.yaml' },
  { pattern: /<Sources\s[^>]*?:ids="([^"]*)"/g, ids: quoted, has: (id, { ledger }) => Object.hasOwn(ledger.sources, id), kind: 'source', file: 'evidence/sources.yaml' },
  { pattern: /<Poll\s[^>]*?\bid=(?:"([^"]*)"|'([^']*)')/g, ids: one, has: (id, { polls }) => polls.has(id), kind: 'poll', file: 'polls.yaml' },
]

function checkReferences(markdown: string, known: Known, at: (line: number) => string): string[] {
  const lineOf = (index: number) => markdown.slice(0, index).split('\n').length - 1
  return REFERENCES.flatMap(({ pattern, ids, has, kind, file }) => [...markdown.matchAll(pattern)].flatMap(match =>
    ids(match[1] ?? match[2] ?? '')
      .filter(id => !has(id, known))
      .map(id => `${at(lineOf(match.index))}: there is no ${kind} "${id}" in ${file}.`)))
}
