import type { SessionState } from '../../src/polls/phase.ts'
import type { Answer } from '../../src/polls/protocol.ts'
import type { Move, RoundKey, Store } from '../../src/polls/store.ts'
import type { OpenStore } from './support/openedStore.ts'
import { describe, expect, it } from 'vitest'
import { KEY, put } from './support/openedStore.ts'

const cast = (store: Store, voter: string, answer: Answer, key = KEY) => store.cast({ ...key, voter, answer })
const sorted = (moves: Move[]) => moves.map(move => JSON.stringify(move)).sort()

/** Opens a round and lets voters answer in it. */
async function round(store: Store, key: RoundKey, ballots: Record<string, Answer>): Promise<void> {
  await put(store, key, 'open')
  for (const [voter, answer] of Object.entries(ballots))
    expect(await cast(store, voter, answer, key)).toBe('counted')
}

/** Contract, third part: moves between rounds, the presenter's edits, and sessions as a whole. */
export function describeSessions(name: string, open: OpenStore): void {
  describe(`${name}: moves`, () => {
    const LATER = { ...KEY, poll: 'q' }

    it('are those of voters who answered in both rounds, equal ones together', async () => {
      const { store } = await open()
      await round(store, KEY, { ann: ['a'], bob: ['a'], cy: ['b'], dot: ['b'] })
      await round(store, LATER, { ann: ['b'], bob: ['b'], cy: ['b'], eve: ['a'] })
      expect(sorted(await store.moves(KEY, LATER))).toEqual(
        sorted([
          { from: ['a'], to: ['b'], people: 2 },
          { from: ['b'], to: ['b'], people: 1 },
        ]),
      )
      expect(sorted(await store.moves(LATER, KEY))).toEqual(
        sorted([
          { from: ['b'], to: ['a'], people: 2 },
          { from: ['b'], to: ['b'], people: 1 },
        ]),
      )
    })

    it('compare the last ballot of each voter, and answers of any form', async () => {
      const { store } = await open()
      await round(store, KEY, { ann: { value: 2, sure: true } })
      await round(store, LATER, { ann: 4 })
      await cast(store, 'ann', 5, LATER)
      expect(await store.moves(KEY, LATER)).toEqual([{ from: { value: 2, sure: true }, to: 5, people: 1 }])
    })

    it.each<[string, RoundKey]>([
      ['another round', { ...LATER, round: 2 }],
      ['another poll', { ...KEY, poll: 'r' }],
      ['another session', { ...LATER, session: 't' }],
    ])('are none of %s', async (_, other) => {
      const { store } = await open()
      await round(store, KEY, { ann: ['a'] })
      await round(store, LATER, { ann: ['b'] })
      await put(store, other, 'open')
      expect(await store.moves(KEY, other)).toEqual([])
      await cast(store, 'ann', ['c'], other)
      expect(await store.moves(KEY, LATER)).toEqual([{ from: ['a'], to: ['b'], people: 1 }])
    })

    it('may be between two rounds of one poll', async () => {
      const { store } = await open()
      await round(store, KEY, { ann: ['a'], bob: ['a'] })
      await round(store, { ...KEY, round: 2 }, { ann: ['b'] })
      expect(await store.moves(KEY, { ...KEY, round: 2 })).toEqual([{ from: ['a'], to: ['b'], people: 1 }])
    })
  })

  describe(`${name}: the presenter’s edits`, () => {
    const edited: SessionState = {
      seq: 3,
      current: null,
      polls: new Map([
        [
          'p',
          {
            phase: 'open',
            round: 2,
            endsAt: 1_700_000_000_000,
            edits: {
              1: { paper: [{ answer: ['a', '‘“\u0000'], people: 3 }] },
              2: { marks: { 'x-Y_9': 'hidden', 'y': 'spotlight' }, paper: [] },
            },
          },
        ],
        ['q', { phase: 'idle', round: 1 }],
      ]),
    }

    it('are kept as they are, over a restart too', async () => {
      const { store, reopen } = await open()
      expect(await store.change('s', () => edited)).toEqual(edited)
      expect(await store.session('s')).toEqual(edited)
      expect(await (await reopen()).session('s')).toEqual(edited)
    })

    it('from paper count among the ballots of a session', async () => {
      const { store } = await open()
      await store.change('s', () => edited)
      expect(await store.sessions()).toEqual([{ name: 's', began: expect.any(Number), ballots: 3 }])
    })

    it('can be removed, and so can the clock', async () => {
      const { store, reopen } = await open()
      await store.change('s', () => edited)
      const plain: SessionState = {
        seq: 4,
        current: 'p',
        polls: new Map([
          ['p', { phase: 'closed', round: 2 }],
          ['q', { phase: 'idle', round: 1 }],
        ]),
      }
      await store.change('s', () => plain)
      expect(await (await reopen()).session('s')).toEqual(plain)
    })

    it('do not change which ballots count', async () => {
      const { store } = await open()
      await store.change('s', () => edited)
      const key = { ...KEY, round: 2 }
      expect(await cast(store, 'ann', ['a'], key)).toBe('counted')
      expect(await store.answers(key)).toEqual([{ answer: ['a'], people: 1 }])
      expect(await store.answers(KEY)).toEqual([])
    })
  })

  describe(`${name}: attendance`, () => {
    it('is kept by session and moment, oldest first, over a restart too', async () => {
      const { store, reopen } = await open()
      expect(await store.attendance('s')).toEqual([])
      await store.noteAttendance('s', { at: 2000, people: 41 })
      await store.noteAttendance('s', { at: 1000, people: 7 })
      await store.noteAttendance('s', { at: 1000, people: 8 })
      await store.noteAttendance('t', { at: 1000, people: 3 })
      const kept = [{ at: 1000, people: 8 }, { at: 2000, people: 41 }]
      expect(await store.attendance('s')).toEqual(kept)
      expect(await (await reopen()).attendance('s')).toEqual(kept)
    })

    it('begins no session', async () => {
      const { store } = await open()
      await store.noteAttendance('s', { at: 1000, people: 7 })
      expect(await store.sessions()).toEqual([])
    })
  })

  describe(`${name}: sessions`, () => {
    it('are listed, oldest first, with their ballots', async () => {
      const { store, reopen } = await open()
      expect(await store.sessions()).toEqual([])
      const started = Date.now()
      for (const session of ['Tuesday', 'Monday']) {
        await round(store, { ...KEY, session }, session === 'Monday' ? { ann: ['a'] } : { ann: ['a'], bob: ['b'] })
        const begun = Date.now()
        // Times are milliseconds: the next session belongs to a later one.
        await expect.poll(() => Date.now() > begun, { interval: 1 }).toBe(true)
      }
      const listed = [
        { name: 'Tuesday', began: expect.any(Number), ballots: 2 },
        { name: 'Monday', began: expect.any(Number), ballots: 1 },
      ]
      const sessions = await store.sessions()
      expect(sessions).toEqual(listed)
      expect(sessions.every(session => session.began >= started && session.began <= Date.now())).toBe(true)
      expect(await (await reopen()).sessions()).toEqual(sessions)
    })

    it('keep the time of their first change', async () => {
      const { store, reopen } = await open()
      await put(store, KEY, 'open')
      const [first] = await store.sessions()
      const begun = Date.now()
      await expect.poll(() => Date.now() > begun, { interval: 1 }).toBe(true)
      const again = await reopen()
      await put(again, { ...KEY, round: 2 }, 'open')
      expect(await again.sessions()).toEqual([first])
    })

    it('are not begun by a read', async () => {
      const { store } = await open()
      await store.session('s')
      await store.ballots('s')
      await store.change('s', now => now)
      expect(await cast(store, 'ann', ['a'])).toBe('closed')
      expect(await store.sessions()).toEqual([])
    })

    it('are forgotten one at a time', async () => {
      const { store, reopen } = await open()
      const other = { ...KEY, session: 'S' }
      for (const key of [KEY, other, { ...KEY, session: 's ' }])
        await round(store, key, { ann: ['a'], bob: ['b'] })
      for (const session of ['s', 'S'])
        await store.noteAttendance(session, { at: 1000, people: 2 })
      const kept = [await store.session('S'), await store.ballots('S')]
      expect(await store.forget('s')).toBe(true)
      for (const next of [async () => store, reopen]) {
        const opened = await next()
        expect((await opened.sessions()).map(session => session.name).sort()).toEqual(['S', 's '])
        expect([await opened.session('S'), await opened.ballots('S')]).toEqual(kept)
        expect(await opened.session('s')).toEqual({ seq: 0, current: null, polls: new Map() })
        expect(await opened.ballots('s')).toEqual([])
        expect(await opened.attendance('s')).toEqual([])
        expect(await opened.attendance('S')).toHaveLength(1)
        expect(await opened.ballotOf(KEY, 'ann')).toBeNull()
        expect(await opened.answers(KEY)).toEqual([])
        expect(await opened.moves(KEY, KEY)).toEqual([])
      }
    })

    it('are not found unless they existed', async () => {
      const { store } = await open()
      await round(store, KEY, { ann: ['a'] })
      expect(await store.forget('t')).toBe(false)
      expect(await store.ballots('s')).toHaveLength(1)
    })

    it('are forgotten with ballots that wait for a commit, and can begin anew', async () => {
      const { store } = await open()
      await put(store, KEY, 'open')
      const late = cast(store, 'ann', ['a'])
      expect(await store.forget('s')).toBe(true)
      expect(await late).toBe('counted')
      expect(await store.ballots('s')).toEqual([])
      expect(await cast(store, 'bob', ['a'])).toBe('closed')
      await round(store, KEY, { bob: ['b'] })
      expect(await store.sessions()).toEqual([{ name: 's', began: expect.any(Number), ballots: 1 }])
    })
  })
}
