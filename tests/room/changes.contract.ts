import type { Store } from '../../src/polls/store.ts'
import type { OpenStore } from './support/openedStore.ts'
import { describe, expect, it, vi } from 'vitest'
import { KEY, put } from './support/openedStore.ts'

const cast = (store: Store, voter: string, answer: string[], key = KEY) => store.cast({ ...key, voter, answer })

/** Contract, second part: changes of a session, order and restarts. */
export function describeChanges(name: string, open: OpenStore): void {
  describe(`${name}: a change`, () => {
    it('returns the state that it wrote', async () => {
      const { store } = await open()
      const after = await put(store, KEY, 'open')
      expect(after).toEqual({ seq: 1, current: 'p', polls: new Map([['p', { phase: 'open', round: 1 }]]) })
      expect(await store.session('s')).toEqual(after)
    })

    it('gets the current state', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      const next = vi.fn(now => now)
      await store.change('s', next)
      expect(next).toHaveBeenCalledExactlyOnceWith({
        seq: 1,
        current: 'p',
        polls: new Map([['p', { phase: 'open', round: 1 }]]),
      })
      expect((await store.session('s')).seq).toBe(1)
    })

    it('passes on an error of the callback and writes nothing', async () => {
      const { store, reopen } = await open()
      const before = await put(store, KEY, 'open')
      const conflict = new Error('conflict')
      await expect(store.change('s', () => {
        throw conflict
      })).rejects.toBe(conflict)
      expect(await store.session('s')).toEqual(before)
      expect(await cast(store, 'ann', ['a'])).toBe('counted')
      const again = await reopen()
      expect(await again.session('s')).toEqual(before)
      expect(await again.ballotOf(KEY, 'ann')).toEqual(['a'])
    })

    it('is isolated: changes that are made at once all count', async () => {
      const { store } = await open()
      await Promise.all(Array.from({ length: 20 }, (_, i) => put(store, { ...KEY, poll: `p${i}` }, 'open')))
      const { seq, polls } = await store.session('s')
      expect(seq).toBe(20)
      expect(polls.size).toBe(20)
    })

    it('keeps what is asked in a poll that is in no file', async () => {
      const { store, reopen } = await open()
      const asked = { question: 'Coffee “now”?', options: ['Yes', 'Später', 'لاحقا'], several: true }
      const polls = new Map([
        ['adhoc-1', { phase: 'open' as const, round: 1, asked }],
        ['p', { phase: 'idle' as const, round: 1 }],
      ])
      const after = await store.change('s', now => ({ seq: now.seq + 1, current: 'adhoc-1', polls }))
      expect(after.polls).toEqual(polls)
      expect((await (await reopen()).session('s')).polls).toEqual(polls)
    })

    it('can leave the session without a current poll', async () => {
      const { store, reopen } = await open()
      await put(store, KEY, 'open')
      await store.change('s', now => ({ ...now, seq: 2, current: null }))
      expect((await (await reopen()).session('s')).current).toBeNull()
    })
  })

  describe(`${name}: ballots around a change`, () => {
    it('are judged by the phase they came in', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      const early = ['ann', 'bob'].map(voter => cast(store, voter, ['a']))
      const closing = put(store, KEY, 'closed')
      const late = cast(store, 'cy', ['a'])
      await closing
      expect(await Promise.all(early)).toEqual(['counted', 'counted'])
      expect(await late).toBe('closed')
      expect(await store.answers(KEY)).toEqual([{ answer: ['a'], people: 2 }])
    })

    it('before a reset stay in their round', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      const early = cast(store, 'ann', ['a'])
      await put(store, { ...KEY, round: 2 }, 'open')
      expect(await early).toBe('counted')
      expect(await cast(store, 'bob', ['b'])).toBe('stale-round')
      expect(await store.answers(KEY)).toEqual([{ answer: ['a'], people: 1 }])
      expect(await store.answers({ ...KEY, round: 2 })).toEqual([])
    })

    it('are counted though the change is refused', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      const early = cast(store, 'ann', ['a'])
      await expect(store.change('s', () => {
        throw new Error('conflict')
      })).rejects.toThrow('conflict')
      expect(await early).toBe('counted')
    })
  })

  describe(`${name}: the list of ballots`, () => {
    it('is in the order in which they were counted last', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      const started = Date.now()
      for (const voter of ['zoe', 'mia', 'ann', 'zoe']) {
        await cast(store, voter, [voter])
        const counted = Date.now()
        // Times are milliseconds: the next ballot belongs to a later one.
        await expect.poll(() => Date.now() > counted, { interval: 1 }).toBe(true)
      }
      const ballots = await store.ballots('s')
      expect(ballots.map(ballot => ballot.voter)).toEqual(['mia', 'ann', 'zoe'])
      expect(ballots[0]).toEqual({ ...KEY, voter: 'mia', answer: ['mia'], at: expect.any(Number) })
      expect(ballots.every(ballot => ballot.at >= started && ballot.at <= Date.now())).toBe(true)
    })

    it('holds every round and poll', async () => {
      const { store } = await open()
      const keys = [KEY, { ...KEY, round: 2 }, { ...KEY, poll: 'q' }]
      for (const key of keys) {
        await put(store, key, 'open')
        await cast(store, 'ann', ['a'], key)
      }
      const found = (await store.ballots('s')).map(({ session, poll, round }) => ({ session, poll, round }))
      expect(found).toHaveLength(3)
      expect(found).toEqual(expect.arrayContaining(keys))
    })
  })

  describe(`${name}: closing and opening again`, () => {
    it('keeps everything', async () => {
      const { store, reopen } = await open()
      await put(store, { ...KEY, poll: 'q', round: 4 }, 'revealed')
      await put(store, KEY, 'open')
      await cast(store, 'ann', ['a'])
      await cast(store, 'ann', ['b', 'a'])
      const [state, ballots] = [await store.session('s'), await store.ballots('s')]
      const again = await reopen()
      expect(await again.session('s')).toEqual(state)
      expect(await again.ballots('s')).toEqual(ballots)
      expect(ballots).toHaveLength(1)
      expect(await cast(again, 'bob', ['a'])).toBe('counted')
    })

    it('finishes what was accepted', async () => {
      const { store, reopen } = await open()
      await put(store, KEY, 'open')
      const results = Promise.all(Array.from({ length: 50 }, (_, i) => cast(store, `v${i}`, ['a'])))
      const again = await reopen()
      expect(await results).toEqual(Array.from({ length: 50 }).fill('counted'))
      expect(await again.answers(KEY)).toEqual([{ answer: ['a'], people: 50 }])
    })
  })
}
