import type { Middles } from '../../src/drawing/costModelPresets.ts'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, watch } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { decodeBill, encodeBill, presetOf } from '../../src/composables/costModelState.ts'
import { ASSUMPTION_IDS } from '../../src/drawing/costModel.ts'
import { PRESET_IDS } from '../../src/drawing/costModelPresets.ts'
import { viewOf } from '../../src/drawing/costModelView.ts'
import { anySettings, costModels, SMALL_PEERS, smallModel } from '../drawing/costModels.ts'

describe.each(costModels())('a bill of %s in an address', (_, model) => {
  const { assumptions, presets } = model

  it('comes back as it went', () => {
    fc.assert(fc.property(anySettings(model), (middles) => {
      expect(decodeBill(model, encodeBill(model, middles))).toEqual(middles)
    }), { numRuns: 500 })
  })

  it.each(ASSUMPTION_IDS)('comes back from every stop of %s', (id) => {
    for (const stop of assumptions[id].stops)
      expect(decodeBill(model, encodeBill(model, { ...presets.wide, [id]: stop }))?.[id]).toBe(stop)
  })

  it('needs no escaping and stays short', () => {
    fc.assert(fc.property(anySettings(model), (middles) => {
      const code = encodeBill(model, middles)
      expect(encodeURIComponent(code)).toBe(code)
      expect(code.length).toBeLessThan(130)
    }))
  })

  it.each(PRESET_IDS)('is the name of the preset %s', (id) => {
    expect(encodeBill(model, presets[id])).toBe(id)
    expect(decodeBill(model, id)).toEqual(presets[id])
    expect(presetOf(model, { ...presets[id] })).toBe(id)
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

  it('never throws and never holds but stops, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.webQueryParameters(), fc.string({ unit: 'binary' }), fc.anything()), (code) => {
        const middles = decodeBill(model, code)
        if (middles) {
          expect(Object.keys(middles).toSorted()).toEqual([...ASSUMPTION_IDS].toSorted())
          ASSUMPTION_IDS.forEach(id => expect(assumptions[id].stops).toContain(middles[id]))
          expect(Number.isFinite(viewOf(model, middles).total.high)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

const model = smallModel(SMALL_PEERS)
const { assumptions, presets } = model

describe('a bill in an address', () => {
  it('names only what differs from the published bill', () => {
    expect(encodeBill(model, { ...presets.published, people: 150, pay: 30_000 })).toBe('people-150_pay-30000')
    expect(presetOf(model, { ...presets.published, people: 150 })).toBeUndefined()
  })

  it.each([
    ['people-150', { people: 150 }],
    ['people-151', { people: 150 }],
    ['people-150_people-100', { people: 100 }],
    ['people-150_months-abc_pay-30000', { people: 150, pay: 30_000 }],
    ['people-150_share-0.9', { people: 150 }],
    ['people-150_staff-9_constructor-1___proto__-1', { people: 150 }],
  ])('%s keeps what is right in it', (code, differs) => {
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
  ])('%j is ignored', (code) => {
    expect(decodeBill(model, code)).toBeUndefined()
  })
})

describe('useBill', () => {
  const scopes: ReturnType<typeof effectScope>[] = []
  afterEach(() => {
    vi.useRealTimers()
    scopes.splice(0).forEach(scope => scope.stop())
  })

  /** A window of a browser: its own modules, its own router. */
  async function openWindow(path: string, start: Middles = presets.published, copies = 1) {
    vi.resetModules()
    const { useBill } = await import('../../src/composables/costModelState.ts')
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:no', component: {} }] })
    await router.push(path)
    const scope = effectScope()
    scopes.push(scope)
    const [bill] = scope.run(() => Array.from({ length: copies }, () => useBill(model, () => start, router))) ?? []
    if (!bill)
      throw new Error('The scope did not run.')
    return { router, ...bill, address: () => router.currentRoute.value.fullPath }
  }

  it('begins with what the address says, else with the preset', async () => {
    expect((await openWindow('/3?bill=r1')).middles.value).toEqual(presets.r1)
    expect((await openWindow('/3?bill=people-1e999', presets.wide)).middles.value).toEqual(presets.wide)
    expect((await openWindow('/3', presets.both)).middles.value).toEqual(presets.both)
  })

  it('keeps the bill in the address beside the clicks, on this slide and the next', async () => {
    const { router, set, middles, address } = await openWindow('/3?clicks=2#top')
    set({ ...presets.published, people: 150 })
    expect(middles.value.people).toBe(150)
    await vi.waitFor(() => expect(address()).toBe('/3?clicks=2&bill=people-150#top'))
    await router.push({ path: '/4', query: router.currentRoute.value.query })
    expect(middles.value.people).toBe(150)
  })

  it('writes the address once for a whole drag', async () => {
    const { router, set } = await openWindow('/3')
    const seen: string[] = []
    router.afterEach(to => void seen.push(to.fullPath))
    vi.useFakeTimers()
    for (const stop of assumptions.people.stops) {
      set({ ...presets.published, people: stop })
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(seen).toEqual([])
    await vi.runAllTimersAsync()
    expect(seen).toEqual(['/3?bill=people-500'])
  })

  it('follows an address that changes', async () => {
    const { router, middles } = await openWindow('/3')
    await router.push('/3?bill=wide')
    await vi.waitFor(() => expect(middles.value).toEqual(presets.wide))
    await router.push('/3?bill=people-1e999')
    await nextTick()
    expect(middles.value).toEqual(presets.wide)
  })

  it('stays with the hand that moves it while the address is written', async () => {
    const { router, set, middles, address } = await openWindow('/3')
    const moved = { ...presets.published, people: 200 }
    // A guard makes the change of address last, and the hand moves on meanwhile.
    let first = true
    router.beforeResolve(async () => {
      if (first)
        set(moved)
      first = false
      await nextTick()
    })
    set({ ...presets.published, people: 150 })
    await vi.waitFor(() => expect(address()).toBe('/3?bill=people-150'))
    await nextTick()
    expect(middles.value).toEqual(moved)
    await vi.waitFor(() => expect(address()).toBe('/3?bill=people-200'))
    expect(middles.value).toEqual(moved)
  })

  it('hears nothing of itself, however many copies of it a window has', async () => {
    const presenter = await openWindow('/3')
    const stage = await openWindow('/3', presets.published, 2)
    const seen: number[] = []
    const stop = watch(stage.middles, middle => seen.push(middle.people), { flush: 'sync' })
    for (const people of [100, 150, 200])
      stage.set({ ...presets.published, people })
    // The other window has the last of it, so what was sent has arrived everywhere.
    await vi.waitFor(() => expect(presenter.middles.value.people).toBe(200))
    await vi.waitFor(() => expect(stage.address()).toBe('/3?bill=people-200'))
    stop()
    expect(seen).toEqual([100, 150, 200])
  })

  it('goes along in the other windows of the browser, and in their addresses', async () => {
    const stage = await openWindow('/3?clicks=1')
    const presenter = await openWindow('/3')
    presenter.set(presets.wide)
    await vi.waitFor(() => expect(stage.middles.value).toEqual(presets.wide))
    await vi.waitFor(() => expect(stage.address()).toBe('/3?clicks=1&bill=wide'))
  })
})
