import type { ErrorBody, StageAction, StageState } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { actionPath } from '../../src/polls/protocol.ts'
import { EVERY_KIND } from './support/everyKind.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const startHere = () => startRoom({ polls: pollsFile(tempFolder(), EVERY_KIND) })
const pick = (state: StageState) => state.polls.pick

describe('a discussion between two votes', () => {
  it('keeps the first vote hidden, and shows both votes at the second reveal', async () => {
    const room = await startHere()
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    const stage = await readEvents<StageState>(`${room.url}/api/stage/events`, {
      Authorization: `Bearer ${room.stageKey}`,
    })
    await room.act('pick', 'open')
    await ann.vote('pick', ['run'])
    await bob.vote('pick', ['run'])
    await room.act('pick', 'close')

    const talking = pick(await room.act('pick', 'discuss'))
    expect(talking).toEqual({ id: 'pick', phase: 'idle', round: 2, rounds: 2, answered: 0, endsIn: expect.any(Number) })
    expect(talking?.endsIn).toBeGreaterThan(55_000)
    expect(talking?.endsIn).toBeLessThanOrEqual(60_000)
    expect(await ann.room()).toMatchObject({ phase: 'idle', round: 2, mine: null, endsIn: expect.any(Number) })
    expect((await ann.vote('pick', ['all'], 2)).status).toBe(409)

    // The discussion ends when the poll opens, and so does its clock.
    expect(pick(await room.act('pick', 'open'))).not.toHaveProperty('endsIn')
    await ann.vote('pick', ['all'], 2)
    await bob.vote('pick', ['run'], 2)
    await room.act('pick', 'close')
    await stage.until(state => state.polls.pick?.phase === 'closed' && state.polls.pick.round === 2)
    expect(stage.text()).not.toMatch(/earlier|tally":\{"kind":"choice"|right/)
    expect((await ann.room()).tally).toBeUndefined()

    const before = { kind: 'choice', people: 2, counts: { run: 2, all: 0 } }
    const after = { kind: 'choice', people: 2, counts: { run: 1, all: 1 } }
    expect(pick(await room.act('pick', 'reveal'))).toEqual({
      id: 'pick',
      phase: 'revealed',
      round: 2,
      rounds: 2,
      answered: 2,
      tally: after,
      earlier: before,
    })
    const solved = pick(await room.act('pick', 'solve'))
    expect(solved).toMatchObject({ phase: 'solved', tally: after, earlier: before, right: ['all'] })
    expect(await ann.room()).toMatchObject({ tally: after, right: ['all'], mine: ['all'] })
    const hidden = { id: 'pick', phase: 'closed', round: 2, rounds: 2, answered: 2 }
    expect(pick(await room.act('pick', 'hide'))).toEqual(hidden)
  })

  it('compares no votes without a discussion', async () => {
    const room = await startHere()
    for (const action of ['open', 'close'] as const)
      await room.act('pick', action)
    expect(pick(await room.act('pick', 'reveal'))).not.toHaveProperty('earlier')
  })

  it.each<[steps: StageAction[]]>([[['open', 'close', 'discuss']], [['open', 'close', 'reset']], [['reset']]])(
    'has no first vote to compare after %j, where nobody voted',
    async (steps) => {
      const room = await startHere()
      const phone = await joinRoom(room.url)
      for (const step of [...steps, 'open'] as const) await room.act('pick', step)
      expect((await phone.vote('pick', ['run'], 2)).status).toBe(200)
      await room.act('pick', 'close')
      expect(pick(await room.act('pick', 'reveal'))).toEqual({
        id: 'pick',
        phase: 'revealed',
        round: 2,
        rounds: 2,
        answered: 1,
        tally: { kind: 'choice', people: 1, counts: { run: 1, all: 0 } },
      })
    },
  )

  it.each<[steps: StageAction[], expected: string]>([
    [[], '409 The poll is idle: discuss needs it closed.'],
    [['open'], '409 The poll is open: discuss needs it closed.'],
    [['open', 'close'], '200'],
    [['open', 'close', 'reveal'], '409 The poll is revealed: discuss needs it closed.'],
    [['open', 'close', 'reveal', 'hide'], '200'],
    [['open', 'close', 'reveal', 'solve'], '409 The poll is solved: discuss needs it closed.'],
    [['open', 'close', 'discuss'], '409 The poll is idle: discuss needs it closed.'],
  ])('begun after %j is answered %s', async (steps, expected) => {
    const room = await startHere()
    for (const step of steps)
      await room.act('pick', step)
    const response = await room.stage('POST', actionPath('pick', 'discuss'))
    const { error } = await response.json() as Partial<ErrorBody>
    expect([response.status, error?.message].filter(Boolean).join(' ')).toBe(expected)
  })

  it.each<[poll: string, seconds: number | undefined, least: number, most: number | undefined]>([
    ['pick', undefined, 55_000, 60_000],
    ['many', undefined, 115_000, 120_000],
    ['pick', 300, 295_000, 300_000],
    ['pick', 0, 0, undefined],
  ])('of %s with %s seconds has a clock of %i to %s milliseconds', async (poll, seconds, least, most) => {
    const room = await startHere()
    await room.act(poll, 'open')
    await room.act(poll, 'close')
    const endsIn = (await room.act(poll, 'discuss', seconds)).polls[poll]?.endsIn
    expect(endsIn === undefined).toBe(most === undefined)
    expect(endsIn ?? 0).toBeGreaterThanOrEqual(least)
    expect(endsIn ?? 0).toBeLessThanOrEqual(most ?? 0)
  })

  it('can be given more time, or no clock', async () => {
    const room = await startHere()
    await room.act('pick', 'open')
    await room.act('pick', 'close')
    await room.act('pick', 'discuss')
    expect(pick(await room.act('pick', 'countdown', 90))?.endsIn).toBeGreaterThan(85_000)
    const still = { id: 'pick', phase: 'idle', round: 2, rounds: 2, answered: 0 }
    expect(pick(await room.act('pick', 'countdown', 0))).toEqual(still)
  })
})
