import type { SyncLink, SyncOutcome, SyncPatch } from '../../../src/polls/browser/syncLink.ts'
import type { SyncEvent, SyncRequest } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSyncLink } from '../../../src/polls/browser/syncLink.ts'
import { createWindowSync } from '../../../src/room/windowSync.ts'

/** A window whose requests wait for an answer. */
function openWindow({ clock = 0 } = {}) {
  const requests: { request: SyncRequest, answer: (outcome: SyncOutcome) => void }[] = []
  const near: unknown[] = []
  const patches: { patch: SyncPatch, times: number[] }[] = []
  const link = createSyncLink({
    id: `window ${clock}`,
    now: () => 1000 + clock,
    retryMs: 0,
    tellNear: message => near.push(message),
    post: request => new Promise(answer => requests.push({ request, answer })),
  })
  let whole: SyncPatch | undefined
  const join = () => link.join('deck', {
    onPatch: (patch, toHere) => patches.push({ patch, times: [toHere(5000)] }),
    whole: () => whole,
  })
  return {
    link,
    join,
    near,
    patches,
    sent: () => requests.map(({ request }) => request.patch),
    answer: async (outcome: SyncOutcome) => {
      requests.at(-1)?.answer(outcome)
      await new Promise(resolve => setTimeout(resolve, 5))
    },
    setWhole: (next: SyncPatch) => whole = next,
  }
}

const event = (patch: SyncPatch, more: Partial<SyncEvent> = {}): SyncEvent =>
  ({ channel: 'deck', from: 'another', n: 1, now: 1000, skew: 0, patch, ...more })

describe('what a window shares', () => {
  it('is sent one change after the other, those that come meanwhile together', async () => {
    const { link, join, sent, answer } = openWindow()
    const send = join()
    link.begin()
    link.ready(true)
    send({ page: 2 })
    send({ page: 3, clicks: 0 })
    send({ page: 4 })
    expect(sent()).toEqual([{ page: 2 }])
    await answer('taken')
    expect(sent()).toEqual([{ page: 2 }, { page: 4, clicks: 0 }])
  })

  it('is sent again when it was lost, unless something newer took its place', async () => {
    const { link, join, sent, answer } = openWindow()
    const send = join()
    link.begin()
    link.ready(true)
    send({ page: 2, timer: 1 })
    send({ page: 3 })
    await answer('lost')
    expect(sent().at(-1)).toEqual({ page: 3, timer: 1 })
    await answer('refused')
    expect(sent()).toHaveLength(2)
  })

  it('gives way to what the room sends after it, also before the room has answered', () => {
    const { link, join, patches } = openWindow()
    const send = join()
    link.begin()
    link.ready(true)
    send({ page: 2 })
    // On its way: this came to the room before it.
    link.take(event({ page: 3 }))
    expect(patches).toEqual([])
    // The change of this window has come to the room, and another one after it.
    link.take(event({ page: 2 }, { from: 'window 0', n: 1 }))
    link.take(event({ page: 5 }))
    expect(patches.map(({ patch }) => patch)).toEqual([{ page: 5 }])
  })

  it('does not give way for an echo of an earlier change, which was sent again since', async () => {
    const { link, join, patches, answer, sent } = openWindow()
    const send = join()
    link.begin()
    link.ready(true)
    send({ page: 2 })
    await answer('lost')
    expect(sent()).toEqual([{ page: 2 }, { page: 2 }])
    link.take(event({ page: 2 }, { from: 'window 0', n: 1 }))
    link.take(event({ page: 5 }))
    expect(patches).toEqual([])
  })

  it('is told to the other windows of the browser where there is no room', async () => {
    const { link, join, near, patches } = openWindow()
    const send = join()
    link.stayAlone()
    expect(await link.whenReady).toBe(true)
    send({ page: 2 })
    expect(near).toEqual([{ channel: 'deck', patch: { page: 2 } }])
    link.takeNear({ channel: 'deck', patch: { page: 3 } })
    expect(patches.map(({ patch }) => patch)).toEqual([{ page: 3 }])
  })

  it('is not told to the room by a window that has just opened, nor by one that may only look', () => {
    const { link, join, sent } = openWindow()
    const send = join()
    send({ page: 1 })
    link.begin()
    send({ page: 1 })
    link.ready(false)
    send({ page: 9 })
    expect(sent()).toEqual([])
  })

  it('is sent as a whole to a room that has forgotten it, and only what it missed to one that has not', async () => {
    const { link, join, sent, answer, setWhole, near } = openWindow()
    const send = join()
    setWhole({ page: 7, timer: 3 })
    link.begin()
    link.ready(true)
    expect(sent()).toEqual([{ page: 7, timer: 3 }])
    await answer('taken')

    link.lose()
    send({ page: 8 })
    expect(near).toEqual([{ channel: 'deck', patch: { page: 8 } }])
    link.begin()
    link.take(event({ page: 7 }))
    link.ready(true)
    expect(sent().at(-1)).toEqual({ page: 8 })
  })

  it('reaches the windows of its browser while the room is away, and only then', () => {
    const { link, join, patches } = openWindow()
    join()
    link.takeNear({ channel: 'deck', patch: { page: 2 } })
    link.begin()
    link.ready(true)
    link.takeNear({ channel: 'deck', patch: { page: 3 } })
    link.lose()
    link.takeNear({ channel: 'deck', patch: { page: 4 } })
    expect(patches.map(({ patch }) => patch)).toEqual([{ page: 2 }, { page: 4 }])
  })

  it('reaches a part of a window that comes after it', () => {
    const { link, join, patches } = openWindow()
    link.begin()
    link.take(event({ page: 5, timer: 1 }))
    link.take(event({ page: 6 }))
    link.ready(true)
    join()
    expect(patches.map(({ patch }) => patch)).toEqual([{ page: 6, timer: 1 }])
  })

  it('is not taken over from its own echo, nor where a change of its own is under way', () => {
    const { link, join, patches } = openWindow()
    const send = join()
    link.begin()
    link.take(event({ page: 1 }))
    link.ready(true)
    send({ page: 2 })
    link.take(event({ page: 9, timer: 4 }))
    link.take(event({ page: 2 }, { from: 'window 0' }))
    expect(patches.map(({ patch }) => patch)).toEqual([{ page: 1 }, { timer: 4 }])
  })

  it('has its times by the clock of the machine that shows them', () => {
    const { link, join, patches } = openWindow({ clock: 60_000 })
    join()
    link.begin()
    // Set by a machine that is 10 s behind the room, for one that is 60 s ahead of it.
    link.take(event({ timer: 1 }, { now: 1000, skew: 10_000 }))
    expect(patches[0]?.times).toEqual([75_000])
    link.take(event({ timer: 2 }, { now: 60_990, skew: 20 }))
    expect(patches[1]?.times).toEqual([5000])
  })
})

describe('windows around one room', () => {
  it('agree in the end, whoever changes what in whichever order', async () => {
    const change = fc.record({ who: fc.nat(2), field: fc.constantFrom('page', 'clicks'), value: fc.nat(9) })
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      const windows: { state: SyncPatch, link: SyncLink, send: (patch: SyncPatch) => void }[] = []
      const room = createWindowSync(sent => windows.forEach(({ link }) => queueMicrotask(() => link.take(sent))))
      for (let i = 0; i < 3; i++) {
        const state: SyncPatch = {}
        const link = createSyncLink({
          id: String(i),
          post: async (request) => {
            await Promise.resolve()
            room.put(request)
            // An answer may come long after what the room has sent to all windows meanwhile.
            if (request.n % 2 === 0)
              await new Promise(resolve => setImmediate(resolve))
            return 'taken'
          },
        })
        const send = link.join('deck', { onPatch: patch => Object.assign(state, patch), whole: () => undefined })
        windows.push({ state, link, send })
        link.begin()
        link.ready(true)
      }
      for (const { who, field, value } of changes) {
        Object.assign(windows[who]?.state ?? {}, { [field]: value })
        windows[who]?.send({ [field]: value })
        if (value % 3 === 0)
          await new Promise(resolve => setImmediate(resolve))
      }
      // Each change waits at most for the answer to the one before.
      for (let turn = 0; turn < 2 * changes.length + 2; turn++)
        await new Promise(resolve => setImmediate(resolve))
      const kept = room.state()[0]?.patch ?? {}
      windows.forEach(({ state }) => expect(state).toEqual(kept))
    }))
  })
})
