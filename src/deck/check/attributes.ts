import type { Status } from '../../content/evidenceSchema.ts'
import type { ChartKind } from '../../drawing/charts/chart.ts'
import type { ContentIndex } from './contentIndex.ts'
import type { Tag } from './markdown.ts'
import type { Page } from './pages.ts'
import type { Prop } from './props.ts'
import { LENS_IDS } from '../../content/evidenceSchema.ts'
import { readProps } from './props.ts'
import { isNeeded, ownValue } from './references.ts'
import { syntaxFaultOf, valueOf } from './values.ts'

const CHARTS: Record<ChartKind, true> = { bars: true, dots: true, lines: true }
const STATUSES: Record<Status, true> = { reported: true, estimated: true, disputed: true, unknown: true }

/** Allowed words of a prop, by its type's name. */
const WORDS: Record<string, readonly string[]> = {
  ChartKind: Object.keys(CHARTS),
  LensId: LENS_IDS,
  Status: Object.keys(STATUSES),
}
/** A type such as `'circle' | 'box'`. */
const LITERALS = /^'[^']*'(?:\s*\|\s*'[^']*')*$/
/** A type whose keys are such words. */
const BY_WORD = /\bRecord<(\w+),/

/** Faults of tags without a required prop of their component, or with a word that the prop does not accept. */
export function checkAttributes({ tags, at }: Page, { parts: { components } }: ContentIndex): string[] {
  const propsOf = (name: string) => {
    const path = components.get(name)
    return path?.endsWith('.vue') ? readProps(path) : []
  }
  return tags.flatMap(tag =>
    [...unreadable(tag), ...propsOf(tag.name).flatMap(prop => faultOf(prop, tag))]
      .map(text => `${at(tag.index)}: ${text}`),
  )
}

/** Without its expression no slide of the deck could be built. */
function unreadable({ name, attributes }: Tag): string[] {
  return Object.entries(attributes).flatMap(([attribute, written]) => {
    const fault = syntaxFaultOf(written)
    return fault === undefined
      ? []
      : [`:${attribute} of <${name}> cannot be read (${fault}); mend its brackets, quotes and commas.`]
  })
}

function faultOf(prop: Prop, { name, attributes }: Tag): string[] {
  const written = ownValue(attributes, prop.name)
  const isEmpty = written && !written.bound && written.text.trim() === '' && prop.type === 'string'
  if (!written || (isEmpty && prop.required)) {
    // References and parts of the appendix are checked elsewhere; an object given by `v-bind` cannot be read.
    const isElsewhere = isNeeded(name, prop.name) || name === 'SourceAppendix' || Object.hasOwn(attributes, 'vBind')
    return prop.required && !isElsewhere ? [`<${name}> has no ${prop.name}; write it in the tag.`] : []
  }
  const value = valueOf(written)?.value
  const words = wordsOf(prop)
  // A value known only at run time is not checked.
  const unknown
    = value === undefined || words === undefined ? [] : given(value, prop).filter(word => !words.includes(word))
  return unknown.map(
    word => `${prop.name} "${word}" of <${name}> is none of ${words?.join(', ')}; name one of them.`,
  )
}

function wordsOf({ name, type }: Prop): readonly string[] | undefined {
  if (LITERALS.test(type))
    return [...type.matchAll(/'([^']*)'/g)].map(([, word = '']) => word)
  // `lens` always takes the name of a lens, also in props of type string.
  return name === 'lens' ? LENS_IDS : ownValue(WORDS, BY_WORD.exec(type)?.[1] ?? type)
}

function given(value: unknown, { type }: Prop): string[] {
  return BY_WORD.test(type) && typeof value === 'object' && value !== null ? Object.keys(value) : [String(value)]
}
