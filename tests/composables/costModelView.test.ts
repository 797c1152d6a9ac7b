import { describe, expect, it } from 'vitest'
import { modelOf, peersOf } from '../../composables/costModelPresets.ts'
import { citeBriefly, peerBills, readAssumption } from '../../composables/costModelView.ts'
import { readLedger } from '../../composables/ledger.ts'
import { inRoot } from '../../scripts/paths.ts'

const { figures, series, sources } = readLedger(inRoot('evidence'))

function entry<T>(all: Record<string, T>, id: string): T {
  const found = all[id]
  if (found === undefined)
    throw new Error(`The ledger has no ${id}.`)
  return found
}
const others = peersOf(entry(series, 'training-compute'))
const { assumptions, presets } = modelOf(id => entry(figures, id), others)

describe('an assumption', () => {
  it.each([
    ['hours', '2.788M', '2.788 million GPU hours'],
    ['rent', '$2', '2 dollars a GPU hour'],
    ['failed', '50–200%', '50 to 200 percent of the run'],
    ['people', '130–160', '130 to 160 people'],
    ['pay', '$13–30K', '13 to 30 thousand dollars a month each'],
    ['fleet', '$1.3–1.6bn', '1.3 to 1.6 billion dollars'],
    ['share', '1.5–6%', '1.5 to 6 percent of the fleet'],
  ] as const)('%s reads %s', (id, text, words) => {
    expect(readAssumption(assumptions[id], presets.wide[id])).toEqual({ text, words })
  })
})

describe('the models beside it', () => {
  it('bills their hours at the rent of the room', () => {
    const llama = peerBills(others, 2).find(it => it.label === 'Llama 3.1 405B')
    expect(llama).toEqual({ label: 'Llama 3.1 405B', text: '$61.68M', span: { low: 61_680_000, high: 61_680_000 }, status: 'reported' })
    expect(peerBills(others, 3).find(it => it.label === 'Llama 3.1 405B')?.span.low).toBe(30_840_000 * 3)
  })

  it('does not hold the model itself', () => {
    expect(others.map(it => it.label)).not.toContain('DeepSeek-V3')
  })

  it('refuses a series without points', () => {
    expect(() => peersOf({ kind: 'events', title: 'Controls', message: 'Many.', sources: ['paper'], asOf: '2026', events: [] })).toThrow('"Controls" in evidence/series.yaml has events')
  })
})

describe('citeBriefly', () => {
  const sourceOf = (id: string) => entry(sources, id)

  it('names publisher and year once, of what was read', () => {
    expect(citeBriefly([['v3_paper', 'v3_readme'], ['v3_paper'], ['nature', 'nature_particle']], sourceOf)).toBe('DeepSeek-AI 2024, Particle News 2025')
    expect(citeBriefly([['travel']], sourceOf)).toBe('The Decoder 2025')
  })
})
