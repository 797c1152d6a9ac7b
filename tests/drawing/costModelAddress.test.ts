import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSUMPTION_IDS } from '../../src/content/costAssumptions.ts'
import { decodeBill, encodeBill, matchingPreset } from '../../src/drawing/costModelAddress.ts'
import { viewBill } from '../../src/drawing/costModelView.ts'
import { anySettings, costModels, presetValues, SMALL_PEERS, smallModel, widestValues } from './support/costModels.ts'

describe.each(costModels())('a bill of %s in an address', (_, model) => {
  const { assumptions, presets } = model
  const widest = widestValues(model)

  it('survives a round trip', () => {
    fc.assert(fc.property(anySettings(model), (values) => {
      expect(decodeBill(model, encodeBill(model, values))).toEqual(values)
    }), { numRuns: 500 })
  })

  it.each(ASSUMPTION_IDS)('survives a round trip from every stop of %s', (id) => {
    for (const stop of assumptions[id].stops)
      expect(decodeBill(model, encodeBill(model, { ...widest, [id]: stop }))?.[id]).toBe(stop)
  })

  it('needs no escaping and stays short', () => {
    fc.assert(fc.property(anySettings(model), (values) => {
      const code = encodeBill(model, values)
      expect(encodeURIComponent(code)).toBe(code)
      expect(code.length).toBeLessThan(130)
    }))
  })

  it.each(presets)('is the id of the preset $id', ({ id, values }) => {
    expect(encodeBill(model, values)).toBe(id)
    expect(decodeBill(model, id)).toEqual(values)
    expect(matchingPreset(model, { ...values })?.id).toBe(id)
  })

  const name = fc.constantFrom<string>(...ASSUMPTION_IDS, '__proto__', 'toString', '')
  const scrap = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.integer().map(String),
    fc.constantFrom('NaN', '0x10', '1e9', '.5', '5.', '٣'),
  )
  const nearly = fc
    .array(
      fc.tuple(name, fc.constantFrom('-', '=', '', '_'), scrap).map(item => item.join('')),
      { maxLength: 9 },
    )
    .map(item => item.join('_'))

  it('is read without an error, as stops only, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.webQueryParameters(), fc.string({ unit: 'binary' }), fc.anything()), (code) => {
        const values = decodeBill(model, code)
        if (values) {
          expect(Object.keys(values).toSorted()).toEqual([...ASSUMPTION_IDS].toSorted())
          ASSUMPTION_IDS.forEach(id => expect(assumptions[id].stops).toContain(values[id]))
          expect(Number.isFinite(viewBill(model, values).total.high)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

const model = smallModel(SMALL_PEERS)
const presets = presetValues(model)

describe('a bill in an address', () => {
  it('names only what differs from the published bill', () => {
    expect(encodeBill(model, { ...presets.published, people: 150, pay: 30_000 })).toBe('people-150_pay-30000')
    expect(matchingPreset(model, { ...presets.published, people: 150 })).toBeUndefined()
  })

  it.each([
    ['people-150', { people: 150 }],
    ['people-151', { people: 150 }],
    ['people-150_people-100', { people: 100 }],
    ['people-150_months-abc_pay-30000', { people: 150, pay: 30_000 }],
    ['people-150_share-0.9', { people: 150 }],
    ['people-150_staff-9_constructor-1___proto__-1', { people: 150 }],
  ])('is read from %s as far as it is valid', (code, differs) => {
    expect(decodeBill(model, code)).toEqual({ ...presets.published, ...differs })
  })

  it.each([
    '',
    '_',
    'people',
    'people-',
    'people--5',
    'people-NaN',
    'people-Infinity',
    'people-1e999',
    `people-${'9'.repeat(400)}`,
    'people-99999',
    'rent-0',
    'PUBLISHED',
    'toString',
    undefined,
    null,
    5,
    ['wide'],
    {},
  ])('is ignored where it is %j', (code) => {
    expect(decodeBill(model, code)).toBeUndefined()
  })
})
