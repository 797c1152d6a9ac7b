import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { exercisePages, slidePage } from '../../src/deck/check/pages.ts'
import { referencesOf } from '../../src/deck/check/references.ts'
import { parseDeck } from '../../src/deck/deck.ts'

const { claims, figures, series, sources } = readLedger(inRoot('evidence'))

describe('the evidence of this deck', () => {
  it('has no series that neither a slide nor an exercise shows', async () => {
    const deck = await parseDeck(root)
    const pages = [
      ...deck.slides.map(slide => slidePage(slide, root)),
      ...readExercises(inRoot('exercises')).flatMap(exercise => exercisePages(exercise.slug, root)),
    ]
    const shown = new Set(
      pages
        .flatMap(page => page.tags)
        .flatMap(referencesOf)
        .filter(reference => reference.kind === 'points' || reference.kind === 'events')
        .map(reference => reference.id),
    )
    expect(Object.keys(series).filter(key => !shown.has(key))).toEqual([])
  })

  it('has no source that no claim, figure or series cites', () => {
    const used = new Set([
      ...Object.values(claims).flatMap(claim => [
        ...claim.sources,
        ...(claim.caveat?.layers.flatMap(layer => layer.sources) ?? []),
      ]),
      ...Object.values(figures).flatMap(figure => figure.sources),
      ...Object.values(series).flatMap(shown => [
        ...shown.sources,
        ...(shown.kind === 'events' ? shown.events.flatMap(event => event.sources) : []),
      ]),
    ])
    expect(Object.keys(sources).filter(key => !used.has(key))).toEqual([])
  })
})
