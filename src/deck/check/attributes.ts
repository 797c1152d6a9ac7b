import type { Status } from '../../content/evidenceSchema.ts'
import type { ChartKind } from '../../drawing/charts/chart.ts'
import type { ContentIndex } from './contentIndex.ts'
import type { Tag } from './markdown.ts'
import type { Page } from './pages.ts'
import type { Prop } from './props.ts'
import { LENS_IDS } from '../../content/evidenceSchema.ts'
import { readProps } from './props.ts'
import { isNeeded, ownValue } from './references.ts'
import { valueOf } from './values.ts'

const CHARTS: Record<ChartKind, true> = { bars: true, dots: true, lines: true }
const STATUSES: Record<Status, true> = { reported: true, estimated: true, disputed: true, unknown: true }

/** Types of props that name words, by the name of the type. */
const WORDS: Record<string, readonly string[]> = {
  ChartKind: Object.keys(CHARTS),
  LensId: LENS_IDS,
  Status: Object.keys(STATUSES),
}
/** Such as `'circle' | 'box'`. */
const LITERALS = /^'[^']*'(?:\s*\|\s*'[^']*')*$/
/** An object with something for each of some words. */
const BY_WORD = /\bRecord<(\w+),/

/** Faults of tags that do not give a component what it says it needs, or another word than those it knows. */
export function checkAttributes({ tags, at }: Page, { parts: { components } }: ContentIndex): string[] {
  const propsOf = (name: string) => {
    const path = components.get(name)
    return path?.endsWith('.vue') ? readProps(path) : []
  }
  return tags.flatMap(tag =>
    propsOf(tag.name)
      .flatMap(prop => faultOf(prop, tag))
      .map(text => `${at(tag.index)}: ${text}`),
  )
}

function faultOf(prop: Prop, { name, attributes }: Tag): string[] {
  const written = ownValue(attributes, prop.name)
  if (!written) {
    // References and the parts of the appendix are checked by themselves; what is bound as a whole cannot be read.
    const isElsewhere = isNeeded(name, prop.name) || name === 'SourceAppendix' || Object.hasOwn(attributes, 'vBind')
    return prop.required && !isElsewhere ? [`<${name}> has no ${prop.name}; write it in the tag.`] : []
  }
  const value = valueOf(written)?.value
  const words = wordsOf(prop)
  // What cannot be told without the slide, nobody can call wrong.
  const strangers
    = value === undefined || words === undefined ? [] : given(value, prop).filter(text => !words.includes(text))
  return strangers.map(
    stranger => `${prop.name} "${stranger}" of <${name}> is none of ${words?.join(', ')}; name one of them.`,
  )
}

function wordsOf({ name, type }: Prop): readonly string[] | undefined {
  if (LITERALS.test(type))
    return [...type.matchAll(/'([^']*)'/g)].map(([, word = '']) => word)
  // A lens is a colour by its name, wherever one is asked for.
  return name === 'lens' ? LENS_IDS : ownValue(WORDS, BY_WORD.exec(type)?.[1] ?? type)
}

function given(value: unknown, { type }: Prop): string[] {
  return BY_WORD.test(type) && typeof value === 'object' && value !== null ? Object.keys(value) : [String(value)]
}
