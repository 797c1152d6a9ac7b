import type { PollState, SessionState } from '../../src/polls/phase.ts'
import type { Answer, Phase } from '../../src/polls/protocol.ts'
import type { CastResult, RoundKey, Store } from '../../src/polls/store.ts'
import type { OpenStore } from './support/openedStore.ts'
import { describe, expect, it } from 'vitest'
import { KEY, put } from './support/openedStore.ts'

const vote = (store: Store, voter: string, answer: Answer, key = KEY): Promise<CastResult> =>
  store.cast({ ...key, voter, answer })
const states = (state: SessionState): Record<string, PollState> => Object.fromEntries(state.polls)
const sorted = <T>(list: T[]) => list.map(entry => JSON.stringify(entry)).sort()

/** Contract, first part: what becomes of a ballot. */
export function describeBallots(name: string, open: OpenStore): void {
  describe(`${name}: a ballot`, () => {
    it.each<[at: string, phase: Phase | null, round: number, result: CastResult]>([
      ['a poll that nobody touched', null, 1, 'closed'],
      ['an idle poll', 'idle', 1, 'closed'],
      ['an open poll', 'open', 1, 'counted'],
      ['a closed poll', 'closed', 1, 'closed'],
      ['a revealed poll', 'revealed', 1, 'closed'],
      ['a later round', 'open', 2, 'stale-round'],
      ['a later round that is closed', 'closed', 2, 'stale-round'],
    ])('at %s', async (_, phase, round, result) => {
      const { store } = await open()
      if (phase)
        await put(store, { ...KEY, round }, phase)
      expect(await vote(store, 'ann', ['a'])).toBe(result)
      expect(await store.ballotOf(KEY, 'ann')).toEqual(result === 'counted' ? ['a'] : null)
      expect(await store.answers(KEY)).toEqual(result === 'counted' ? [{ answer: ['a'], people: 1 }] : [])
    })

    it('is refused for a round that has not begun', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      expect(await vote(store, 'ann', ['a'], { ...KEY, round: 2 })).toBe('stale-round')
      expect(await store.ballots('s')).toEqual([])
    })

    it('is read with its voter, the last one each of the round that is named', async () => {
      const { store, reopen } = await open()
      await put(store, KEY, 'open')
      expect(await store.roundBallots(KEY)).toEqual([])
      await vote(store, 'ann', ['a'])
      await vote(store, 'bob', { value: ['b'], sure: true })
      await vote(store, 'ann', ['b'])
      await put(store, { ...KEY, round: 2 }, 'open')
      await vote(store, 'cyd', ['a'], { ...KEY, round: 2 })
      const expected = sorted([
        { voter: 'ann', answer: ['b'] },
        { voter: 'bob', answer: { value: ['b'], sure: true } },
      ])
      expect(sorted(await store.roundBallots(KEY))).toEqual(expected)
      expect(await store.roundBallots({ ...KEY, session: 't' })).toEqual([])
      expect(await store.roundBallots({ ...KEY, poll: 'q' })).toEqual([])
      expect(sorted(await (await reopen()).roundBallots(KEY))).toEqual(expected)
    })

    it('replaces the earlier one of the same voter', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      for (const answer of [['a'], ['b'], ['a', 'c']])
        expect(await vote(store, 'ann', answer)).toBe('counted')
      expect(await store.ballotOf(KEY, 'ann')).toEqual(['a', 'c'])
      expect(await store.answers(KEY)).toEqual([{ answer: ['a', 'c'], people: 1 }])
    })

    it('replaces one that was cast just before, without waiting for it', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      const results = await Promise.all([['a'], ['b'], ['c']].map(answer => vote(store, 'ann', answer)))
      expect(results).toEqual(['counted', 'counted', 'counted'])
      expect(await store.ballotOf(KEY, 'ann')).toEqual(['c'])
    })

    it.each<[given: (number | undefined)[], stands: number]>([
      [[1000, 2000], 1],
      [[2000, 1000], 0],
      [[2000, 2000], 1],
      [[2000, undefined], 1],
      [[undefined, 1000], 1],
      [[2000, undefined, 1000], 2],
      [[1000, 3000, 2000], 1],
      // The phone's clock was set back by more than any request is late.
      [[90_000, 30_000], 0],
      [[90_000, 29_999], 1],
    ])('given at %j: the one at place %i stands', async (given, stands) => {
      const { store, reopen } = await open()
      await put(store, KEY, 'open')
      const results: CastResult[] = []
      for (const [i, at] of given.entries()) {
        results.push(
          await store.cast({ ...KEY, voter: 'ann', answer: [`${i}`], ...(at !== undefined && { given: at }) }),
        )
      }
      expect(results).toEqual(given.map((_, i) => (i <= stands ? 'counted' : 'overtaken')))
      expect(await store.ballotOf(KEY, 'ann')).toEqual([`${stands}`])
      // Also of somebody else, and after a restart.
      expect(await store.cast({ ...KEY, voter: 'bob', answer: ['b'], given: 1 })).toBe('counted')
      expect(await (await reopen()).ballotOf(KEY, 'ann')).toEqual([`${stands}`])
    })

    it('may come at any time where it says so, unless phones show that the poll is closed', async () => {
      const { store } = await open()
      const other = { ...KEY, poll: 'other' }
      const ask = (key: RoundKey) => store.cast({ ...key, voter: 'ann', answer: ['a'], anytime: true })
      expect(await ask(KEY)).toBe('counted')
      await put(store, KEY, 'open')
      expect(await ask(KEY)).toBe('counted')
      await put(store, KEY, 'closed')
      expect(await ask(KEY)).toBe('closed')
      await put(store, other, 'open')
      expect(await ask(KEY)).toBe('counted')
      expect(await ask({ ...KEY, round: 2 })).toBe('stale-round')
      expect(await vote(store, 'ann', ['b'])).toBe('closed')
    })

    it('is visible to its voter alone', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      await Promise.all([vote(store, 'ann', ['a']), vote(store, 'bob', ['b']), vote(store, 'cy', ['a'])])
      expect(await store.ballotOf(KEY, 'ann')).toEqual(['a'])
      expect(await store.ballotOf(KEY, 'bob')).toEqual(['b'])
      expect(await store.ballotOf(KEY, 'dot')).toBeNull()
      expect(sorted(await store.answers(KEY))).toEqual(
        sorted([
          { answer: ['a'], people: 2 },
          { answer: ['b'], people: 1 },
        ]),
      )
    })

    it('can hold any text', async () => {
      const { store } = await open()
      const odd = `'; DROP TABLE ballot; -- "\\ \u0000 \u2028 \u{1F600} :{}*`
      const key = { session: `s${odd}`, poll: `p${odd}`, round: 1 }
      await put(store, key, 'open')
      expect(await vote(store, odd, [odd, ''], key)).toBe('counted')
      expect(await store.ballotOf(key, odd)).toEqual([odd, ''])
      expect(await store.ballots(key.session)).toMatchObject([{ ...key, voter: odd, answer: [odd, ''] }])
    })
  })

  describe(`${name}: kept apart`, () => {
    it('are the rounds of a poll, of which old ones stay', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      await vote(store, 'ann', ['a'])
      await put(store, { ...KEY, round: 2 }, 'open')
      expect(await store.ballotOf({ ...KEY, round: 2 }, 'ann')).toBeNull()
      await vote(store, 'ann', ['b'], { ...KEY, round: 2 })
      expect(await store.ballotOf(KEY, 'ann')).toEqual(['a'])
      expect(await store.answers(KEY)).toEqual([{ answer: ['a'], people: 1 }])
      expect(await store.answers({ ...KEY, round: 2 })).toEqual([{ answer: ['b'], people: 1 }])
    })

    it.each<[string, RoundKey]>([
      ['sessions', { ...KEY, session: 't' }],
      ['polls', { ...KEY, poll: 'q' }],
      ['names that run together', { ...KEY, session: 's:p', poll: '' }],
    ])('are %s', async (_, other) => {
      const { store } = await open()
      await put(store, KEY, 'open')
      expect(await vote(store, 'ann', ['b'], other)).toBe('closed')
      await put(store, other, 'open')
      await Promise.all([vote(store, 'ann', ['a']), vote(store, 'ann', ['b'], other)])
      await put(store, other, 'closed')
      expect(await vote(store, 'bob', ['a'])).toBe('counted')
      expect(await store.answers(KEY)).toEqual([{ answer: ['a'], people: 2 }])
      expect(await store.answers(other)).toEqual([{ answer: ['b'], people: 1 }])
    })

    it('are the ballots and states of sessions', async () => {
      const { store } = await open()
      const other = { ...KEY, session: 't', round: 3 }
      await put(store, KEY, 'open')
      await put(store, other, 'revealed')
      await vote(store, 'ann', ['a'])
      expect(states(await store.session('s'))).toEqual({ p: { phase: 'open', round: 1 } })
      expect(states(await store.session('t'))).toEqual({ p: { phase: 'revealed', round: 3 } })
      expect(await store.ballots('t')).toEqual([])
      expect(await store.session('never')).toEqual({ seq: 0, current: null, polls: new Map() })
    })
  })
}
