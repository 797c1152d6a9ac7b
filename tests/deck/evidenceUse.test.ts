import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { exercisePages, slidePage } from '../../src/deck/check/pages.ts'
import { referencesOf } from '../../src/deck/check/references.ts'
import { parseDeck } from '../../src/deck/deck.ts'

const { claims, figures, series, sources } = readLedger(inRoot('evidence'))

describe('the evidence of this deck', () => {
  it('has no series that no slide and no exercise shows', async () => {
    const deck = await parseDeck(root)
    const pages = [...deck.slides.map(it => slidePage(it, root)), ...readExercises(inRoot('exercises')).flatMap(it => exercisePages(it.slug, root))]
    const shown = new Set(pages.flatMap(it => it.tags).flatMap(referencesOf).filter(it => it.kind === 'points' || it.kind === 'events').map(it => it.id))
    expect(Object.keys(series).filter(it => !shown.has(it))).toEqual([])
  })

  it('has no source that nothing rests on', () => {
    const used = new Set([
      ...Object.values(claims).flatMap(it => [...it.sources, ...it.caveat?.layers.flatMap(layer => layer.sources) ?? []]),
      ...Object.values(figures).flatMap(it => it.sources),
      ...Object.values(series).flatMap(it => [...it.sources, ...it.kind === 'events' ? it.events.flatMap(event => event.sources) : []]),
    ])
    expect(Object.keys(sources).filter(it => !used.has(it))).toEqual([])
  })
})
