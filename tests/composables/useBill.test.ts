import type { AssumptionValues } from '../../src/drawing/costModelPresets.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, watch } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { presetValues, SMALL_PEERS, smallModel } from '../drawing/support/costModels.ts'

const model = smallModel(SMALL_PEERS)
const { assumptions } = model
const presets = presetValues(model)

describe('useBill', () => {
  const scopes: ReturnType<typeof effectScope>[] = []
  afterEach(() => {
    vi.useRealTimers()
    scopes.splice(0).forEach(scope => scope.stop())
  })

  /** A window of a browser: its own modules, its own router. */
  async function openWindow(path: string, start: AssumptionValues = presets.published, copies = 1) {
    vi.resetModules()
    const { useBill } = await import('../../src/composables/useBill.ts')
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:no', component: {} }] })
    await router.push(path)
    const scope = effectScope()
    scopes.push(scope)
    const options = { model, start: () => start, router }
    const [bill] = scope.run(() => Array.from({ length: copies }, () => useBill(options))) ?? []
    if (!bill)
      throw new Error('The scope did not run.')
    return { router, ...bill, address: () => router.currentRoute.value.fullPath }
  }

  it('starts from the bill in the address, or else from the preset', async () => {
    expect((await openWindow('/3?bill=r1')).values.value).toEqual(presets.r1)
    expect((await openWindow('/3?bill=people-1e999', presets.wide)).values.value).toEqual(presets.wide)
    expect((await openWindow('/3', presets.both)).values.value).toEqual(presets.both)
  })

  it('keeps the bill in the address beside the clicks, on this slide and the next', async () => {
    const { router, set, values, address } = await openWindow('/3?clicks=2#top')
    set({ ...presets.published, people: 150 })
    expect(values.value.people).toBe(150)
    await vi.waitFor(() => expect(address()).toBe('/3?clicks=2&bill=people-150#top'))
    await router.push({ path: '/4', query: router.currentRoute.value.query })
    expect(values.value.people).toBe(150)
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
    const { router, values } = await openWindow('/3')
    await router.push('/3?bill=wide')
    await vi.waitFor(() => expect(values.value).toEqual(presets.wide))
    await router.push('/3?bill=people-1e999')
    await nextTick()
    expect(values.value).toEqual(presets.wide)
  })

  it('keeps the latest setting while the address is being written', async () => {
    const { router, set, values, address } = await openWindow('/3')
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
    expect(values.value).toEqual(moved)
    await vi.waitFor(() => expect(address()).toBe('/3?bill=people-200'))
    expect(values.value).toEqual(moved)
  })

  it('does not receive its own changes, however many copies a window has', async () => {
    const presenter = await openWindow('/3')
    const stage = await openWindow('/3', presets.published, 2)
    const seen: number[] = []
    const stop = watch(stage.values, ({ people }) => seen.push(people), { flush: 'sync' })
    for (const people of [100, 150, 200])
      stage.set({ ...presets.published, people })
    // The other window has the last of it, so what was sent has arrived everywhere.
    await vi.waitFor(() => expect(presenter.values.value.people).toBe(200))
    await vi.waitFor(() => expect(stage.address()).toBe('/3?bill=people-200'))
    stop()
    expect(seen).toEqual([100, 150, 200])
  })

  it('updates the other windows of the browser and their addresses', async () => {
    const stage = await openWindow('/3?clicks=1')
    const presenter = await openWindow('/3')
    presenter.set(presets.wide)
    await vi.waitFor(() => expect(stage.values.value).toEqual(presets.wide))
    await vi.waitFor(() => expect(stage.address()).toBe('/3?clicks=1&bill=wide'))
  })
})
