import type { Unit } from '../../content/evidenceSchema.ts'
import type { ContentIndex } from './contentIndex.ts'
import type { Tag } from './markdown.ts'
import type { Page } from './pages.ts'
import { UNITS } from '../../content/evidenceSchema.ts'
import { isConvertible } from '../../content/figures.ts'
import { textsOf } from './markdown.ts'
import { exists, ownValue, referencesOf } from './references.ts'

/**
 * Faults of attributes about an entry that exists: the points or events picked from a series, the unit of a figure.
 */
export function checkLabels({ tags, at }: Page, content: ContentIndex): string[] {
  return tags.flatMap(tag =>
    [...checkPicks(tag, content), ...checkUnit(tag, content)].map(pick => `${at(tag.index)}: ${pick}`),
  )
}

function checkPicks(tag: Tag, content: ContentIndex): string[] {
  const named = referencesOf(tag).filter(reference => reference.kind === 'points' || reference.kind === 'events')
  // A series that does not exist is reported as a reference.
  if (!named.every(reference => exists(reference, content)))
    return []
  const ids = named.map(reference => reference.id)
  const all = ids.flatMap(id => ownValue(content.ledger.series, id) ?? [])
  const texts = (attribute: string) => textsOf(ownValue(tag.attributes, attribute) ?? { text: '', bound: true })
  const labels = all.flatMap(item => (item.kind === 'points' ? item.points : item.events).map(({ label }) => label))
  const measures = all.flatMap(item => (item.kind === 'points' ? Object.keys(item.measures) : []))
  const unknownIn = (kind: string, has: string[]) => (text: string) =>
    has.includes(text)
      ? []
      : [`there is no ${kind} "${text}" in series ${ids.join(', ')}; name some of ${has.join(', ')}.`]
  return [
    ...['pick', 'emphasis'].flatMap(texts).flatMap(unknownIn(all[0]?.kind === 'points' ? 'point' : 'event', labels)),
    ...texts('measures').flatMap(unknownIn('measure', measures)),
  ]
}

function checkUnit({ name, attributes: { id, as } }: Tag, { ledger: { figures } }: ContentIndex): string[] {
  if (name !== 'Figure' || !id || !as)
    return []
  return textsOf(as).flatMap((unit) => {
    if (!(UNITS as readonly string[]).includes(unit))
      return [`"${unit}" is no unit; write as="…" with one of ${UNITS.join(', ')}.`]
    return textsOf(id).flatMap((text) => {
      const figure = ownValue(figures, text)
      return !figure || isConvertible(figure.unit, unit as Unit)
        ? []
        : [`figure "${text}" is in ${figure.unit}, which cannot be shown as ${unit}.`]
    })
  })
}
