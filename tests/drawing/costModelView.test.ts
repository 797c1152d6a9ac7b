import { describe, expect, it } from 'vitest'
import { peersOf } from '../../src/drawing/costModelPresets.ts'
import { formatAssumption, peerBills } from '../../src/drawing/costModelView.ts'
import { presetValues, SMALL_PEERS, smallModel } from './support/costModels.ts'

describe('an assumption', () => {
  const model = smallModel(SMALL_PEERS)
  const { assumptions } = model
  const presets = presetValues(model)

  it.each([
    ['hours', '2M', '2 million GPU hours'],
    ['rent', '$2', '2 dollars a GPU hour'],
    ['failed', '50–200%', '50 to 200 percent of the run'],
    ['people', '100–200', '100 to 200 people'],
    ['pay', '$13–30K', '13 to 30 thousand dollars a month each'],
    ['fleet', '$1–1.4bn', '1 to 1.4 billion dollars'],
    ['share', '1.5–6%', '1.5 to 6 percent of the fleet'],
  ] as const)('%s is formatted as %s', (id, text, spoken) => {
    expect(formatAssumption(assumptions[id], presets.wide[id])).toEqual({ text, spoken })
  })
})

describe('the models beside it', () => {
  it('bills their hours at the rent of the room', () => {
    const large = peerBills(SMALL_PEERS, 2).find(peerBill => peerBill.label === 'Large')
    expect(large).toEqual({
      label: 'Large',
      text: '$61.68M',
      span: { low: 61_680_000, high: 61_680_000 },
      status: 'reported',
    })
    expect(peerBills(SMALL_PEERS, 3).find(peerBill => peerBill.label === 'Large')?.span.low).toBe(30_840_000 * 3)
  })

  it('do not include the model itself', () => {
    expect(SMALL_PEERS.map(peer => peer.label)).toEqual(['Large', 'Middling'])
  })

  it('refuses a series without points', () => {
    expect(() =>
      peersOf({ kind: 'events', title: 'Controls', message: 'Many.', sources: ['paper'], asOf: '2026', events: [] }),
    ).toThrow('"Controls" in evidence/series.yaml has events')
  })
})
