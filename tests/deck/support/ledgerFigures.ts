import type { SlideInfo } from '@slidev/types'
import type { Ledger, Unit } from '../../../src/content/evidenceSchema.ts'
import { root } from '../../../src/cli/paths.ts'
import { UNITS } from '../../../src/content/evidenceSchema.ts'
import { formatFigure, inUnit } from '../../../src/content/figures.ts'
import { hardCodedFigures } from '../../../src/deck/check/hardCodedFigures.ts'
import { slidePage } from '../../../src/deck/check/pages.ts'

/**
 * Every way in which the ledger's figures may stand on a slide: each in each of its units, and those in the ledger's
 * own words.
 */
export function ledgerFigures({ claims, figures, series }: Ledger): Set<string> {
  const all = new Set<string>()
  for (const figure of Object.values(figures))
    UNITS.flatMap(unit => shownIn(figure, unit)).flatMap(hardCodedFigures).forEach(({ text }) => all.add(text))
  for (const words of sentencesOf([claims, series]))
    hardCodedFigures(words).forEach(typedFigure => all.add(typedFigure.text))
  return all
}

/** What slides show of the ledger by `<Figure>`, as it reads there. */
export function figuresOnSlides({ figures }: Ledger, slides: SlideInfo[]): string[] {
  const tags = slides.flatMap(slide => slidePage(slide, root).tags).filter(tag => tag.name === 'Figure')
  return [...new Set(tags.flatMap(({ attributes: { id, as } }) => {
    const figure = figures[id?.text ?? '']
    return figure ? shownIn(figure, (as?.text ?? figure.unit) as Unit).flatMap(text => hardCodedFigures(text)) : []
  }).map(item => item.text))]
}

function shownIn(figure: Parameters<typeof inUnit>[0] & { unit: Unit }, unit: Unit): string[] {
  try {
    return [formatFigure(figure.unit === unit ? figure : inUnit(figure, unit))]
  }
  catch {
    return []
  }
}

function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string')
    return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesOf) : []
}
