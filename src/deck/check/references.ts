import type { ContentIndex } from './contentIndex.ts'
import type { Attribute, Tag } from './markdown.ts'
import type { Page } from './pages.ts'
import { COST_MODEL } from '../../content/costModelFile.ts'
import { textsOf } from './markdown.ts'

/** What a component can refer to: its name in a message, the file that must have it, and how to look it up. */
const TARGETS = {
  figure: { name: 'figure', file: 'evidence/claims.yaml', has: ({ ledger }, id) => Object.hasOwn(ledger.figures, id) },
  claim: { name: 'claim', file: 'evidence/claims.yaml', has: ({ ledger }, id) => Object.hasOwn(ledger.claims, id) },
  caveat: {
    name: 'claim with a caveat',
    file: 'evidence/claims.yaml',
    has: ({ ledger }, id) => Object.hasOwn(ledger.claims, id) && ledger.claims[id]?.caveat !== undefined,
  },
  points: {
    name: 'series of points',
    file: 'evidence/series.yaml',
    has: ({ ledger }, id) => Object.hasOwn(ledger.series, id) && ledger.series[id]?.kind === 'points',
  },
  events: {
    name: 'series of events',
    file: 'evidence/series.yaml',
    has: ({ ledger }, id) => Object.hasOwn(ledger.series, id) && ledger.series[id]?.kind === 'events',
  },
  source: { name: 'source', file: 'evidence/sources.yaml', has: ({ ledger }, id) => Object.hasOwn(ledger.sources, id) },
  poll: { name: 'poll', file: 'polls.yaml', has: ({ polls }, id) => polls.has(id) },
} satisfies Record<string, { name: string, file: string, has: (content: ContentIndex, id: string) => boolean }>

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
  return TARGETS[kind].has(content, id)
}

/** Faults of tags that refer to nothing, or to something that does not exist. */
export function checkReferences({ tags, at }: Page, content: ContentIndex): string[] {
  return tags.flatMap(tag =>
    [
      ...referencesOf(tag)
        .filter(reference => !exists(reference, content))
        .map(
          ({ kind, id }) =>
            `there is no ${TARGETS[kind].name} "${id}" in ${TARGETS[kind].file}; mend the id or add the entry.`,
        ),
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
