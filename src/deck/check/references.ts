import type { ContentIndex } from './contentIndex.ts'
import type { Attribute, Tag } from './markdown.ts'
import type { Page } from './pages.ts'
import { COST_MODEL } from '../../content/costModelFile.ts'
import { formatUnknownId } from '../../content/unknownId.ts'
import { textsOf } from './markdown.ts'

/** What a component can refer to: its name in a message, the file that must have it, and the ids that there are. */
const TARGETS = {
  figure: { what: 'figure', file: 'evidence/claims.yaml', ids: ({ ledger }) => Object.keys(ledger.figures) },
  claim: { what: 'claim', file: 'evidence/claims.yaml', ids: ({ ledger }) => Object.keys(ledger.claims) },
  caveat: {
    what: 'claim with a caveat',
    file: 'evidence/claims.yaml',
    ids: ({ ledger }) => idsWhere(ledger.claims, claim => claim.caveat !== undefined),
  },
  points: {
    what: 'series of points',
    file: 'evidence/series.yaml',
    ids: ({ ledger }) => idsWhere(ledger.series, series => series.kind === 'points'),
  },
  events: {
    what: 'series of events',
    file: 'evidence/series.yaml',
    ids: ({ ledger }) => idsWhere(ledger.series, series => series.kind === 'events'),
  },
  source: { what: 'source', file: 'evidence/sources.yaml', ids: ({ ledger }) => Object.keys(ledger.sources) },
  poll: { what: 'poll', file: 'polls.yaml', ids: ({ polls }) => [...polls.keys()] },
} satisfies Record<string, { what: string, file: string, ids: (content: ContentIndex) => string[] }>

function idsWhere<T>(entries: Record<string, T>, fits: (entry: T) => boolean): string[] {
  return Object.keys(entries).filter(id => fits(entries[id] as T))
}

export type Target = keyof typeof TARGETS

export interface Reference {
  kind: Target
  id: string
}

interface Pointer {
  kind: Target
  ids: (text: Attribute) => string[]
  /** Whether the component needs it. */
  required: boolean
}

const needs = (kind: Target): Pointer => ({ kind, ids: textsOf, required: true })
const may = (kind: Target, ids = textsOf): Pointer => ({ kind, ids, required: false })
/** Ids in the named fields of a list of objects. */
const inFields
  = (...names: string[]) =>
    ({ text }: Attribute) =>
      [...text.matchAll(/\b(\w+)\s*:\s*(['"`])(.*?)\2/g)]
        .filter(match => names.includes(match[1] ?? ''))
        .map(match => match[3] ?? '')

/** The attributes in which components refer to what they show. */
const POINTERS: Record<string, Record<string, Pointer>> = {
  Figure: { id: needs('figure') },
  Verdict: { claim: needs('claim') },
  Claim: { id: needs('claim') },
  ClaimRef: { id: may('claim'), ids: may('claim') },
  Reading: { claim: may('claim') },
  CostCaveat: { claim: needs('caveat') },
  SeriesChart: { id: needs('points') },
  Experts: {
    routed: needs('figure'),
    groups: needs('figure'),
    awake: needs('figure'),
    reach: needs('figure'),
    shared: needs('figure'),
  },
  ShareArea: { part: needs('figure'), whole: needs('figure'), share: needs('figure') },
  Narrowing: { from: needs('figure'), to: needs('figure') },
  Rent: { hours: needs('figure'), rent: needs('figure') },
  ActiveParameters: { series: may('points'), models: may('figure', inFields('total', 'active')) },
  Timeline: { series: needs('events') },
  PriceLine: { series: needs('points'), loss: needs('figure') },
  TrueArea: { whole: needs('figure'), part: needs('figure') },
  ClaimBoard: { claims: may('claim', inFields('id')) },
  Cite: { id: may('source'), ids: may('source') },
  Sources: { ids: needs('source') },
  SourceLine: { ids: needs('source') },
  Poll: { id: needs('poll') },
  Shift: { before: needs('poll'), after: needs('poll') },
}

/** Attributes of which a component needs one. */
const ALTERNATIVES: Record<string, readonly string[]> = {
  ActiveParameters: ['series', 'models'],
  Cite: ['id', 'ids'],
  ClaimRef: ['id', 'ids'],
}

/** What a tag refers to, whether it exists or not. */
export function referencesOf(tag: Tag): Reference[] {
  return Object.entries(ownValue(POINTERS, tag.name) ?? {}).flatMap(([attribute, { kind, ids }]) => {
    const value = ownValue(tag.attributes, attribute)
    return value ? ids(value).map(id => ({ kind, id })) : []
  })
}

/** Whether this attribute refers to something that the component needs. */
export function isNeeded(name: string, attribute: string): boolean {
  return ownValue(ownValue(POINTERS, name) ?? {}, attribute)?.required ?? false
}

/** Whether the data files have what is referred to. */
export function exists({ kind, id }: Reference, content: ContentIndex): boolean {
  return TARGETS[kind].ids(content).includes(id)
}

/** The sentence on a reference to nothing, without its place. */
export function formatMissing({ kind, id }: Reference, content: ContentIndex): string {
  const { ids, ...target } = TARGETS[kind]
  return formatUnknownId({ ...target, id, known: ids(content) })
}

/** Faults of tags that refer to nothing, or to something that does not exist. */
export function checkReferences({ tags, at }: Page, content: ContentIndex): string[] {
  return tags.flatMap(tag =>
    [
      ...referencesOf(tag)
        .filter(reference => !exists(reference, content))
        .map(reference => formatMissing(reference, content)),
      ...Object.entries(ownValue(POINTERS, tag.name) ?? {})
        .filter(([attribute, { required }]) => required && !isReadable(ownValue(tag.attributes, attribute)))
        .map(([attribute]) => `<${tag.name}> has no ${attribute} that can be checked; write it out in the tag.`),
      ...lacksAll(tag),
      ...lacksFile(tag, content),
    ].map(text => `${at(tag.index)}: ${text}`),
  )
}

function lacksAll({ name, attributes }: Tag): string[] {
  const names = ownValue(ALTERNATIVES, name) ?? []
  return names.length === 0 || names.some(attribute => ownValue(attributes, attribute))
    ? []
    : [`<${name}> has no ${names.join(' and no ')}; give it one of them.`]
}

/** A deck needs a cost model only if a slide shows it. */
function lacksFile({ name }: Tag, { costModel }: ContentIndex): string[] {
  return name === 'CostModel' && !costModel
    ? [`<CostModel> has nothing to sum: the deck has no evidence/${COST_MODEL}; add the file or delete the tag.`]
    : []
}

/** Frontmatter is checked elsewhere; other expressions can be checked only if they contain the ids as text. */
function isReadable(attribute: Attribute | undefined): boolean {
  return attribute !== undefined && (!attribute.bound || /['"`]|^\s*\[\s*\]\s*$|\$frontmatter\b/.test(attribute.text))
}

/** An own entry of a table, never one that every object inherits. */
export function ownValue<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
