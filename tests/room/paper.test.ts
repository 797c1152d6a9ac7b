import type { Answer, ErrorBody, PaperRequest, Slip, StageState } from '../../src/polls/protocol.ts'
import type { Results } from '../../src/room/results.ts'
import type { AtEnd } from './support/testRoom.ts'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { paperPath } from '../../src/polls/protocol.ts'
import { AN_ANSWER, EVERY_KIND } from './support/everyKind.ts'
import { ask } from './support/rawHttp.ts'
import { atEndOfFile, joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

async function startHere(data?: string, atEnd: AtEnd = onTestFinished) {
  const room = await startRoom(
    { polls: pollsFile(tempFolder(atEnd), EVERY_KIND), ...(data !== undefined && { data }) },
    atEnd,
  )
  const put = (poll: string, body: unknown) => room.stage('PUT', paperPath(poll), body)
  return {
    room,
    put,
    enter: async (poll: string, slips: Slip[], round = 1) =>
      (await (await put(poll, { round, slips })).json()) as StageState,
    entered: async (poll: string) => (await (await room.stage('GET', paperPath(poll))).json()) as PaperRequest,
    results: async () => (await (await room.stage('GET', '/api/stage/results.json')).json()) as Results,
  }
}
const atEnd = atEndOfFile()
const KINDS = Object.entries(AN_ANSWER).map(([poll, { kind, answer }]) => ({ poll, kind, answer }))

describe('ballots from paper', () => {
  it.each(KINDS)(
    'of $poll, a poll of kind $kind, are counted with those of phones and marked as paper',
    async ({ poll, answer }) => {
      const { room, enter, results } = await startHere()
      const phone = await joinRoom(room.url)
      await room.act(poll, 'open')
      await phone.vote(poll, answer)
      await room.act(poll, 'close')
      const { polls } = await enter(poll, [{ answer, people: 3 }])
      expect(polls[poll]).toMatchObject({ phase: 'closed', answered: 4, paper: 3 })
      await room.act(poll, 'reveal')
      expect(await phone.room()).toMatchObject({ tally: { people: 4, paper: 3 } })

      const { polls: kept, ballots } = await results()
      expect(kept.find(({ id }) => id === poll)?.rounds).toMatchObject([{ round: 1, tally: { people: 4, paper: 3 } }])
      expect(ballots.filter(ballot => ballot.voter === 'paper')).toEqual(
        Array.from({ length: 3 }).fill({ poll, round: 1, voter: 'paper', answer: ballots[0]?.answer, at: null }),
      )
      const csv = await (await room.stage('GET', '/api/stage/results.csv')).text()
      expect(csv.match(new RegExp(`^default,${poll},1,paper,[^\\n]*,\\r$`, 'gm'))).toHaveLength(3)
    },
  )

  it('are replaced as a whole, read back as they were counted, and can be removed', async () => {
    const { room, enter, entered } = await startHere()
    expect(await entered('many')).toEqual({ round: 1, slips: [] })
    await enter('many', [
      { answer: ['world', 'tech'], people: 2 },
      { answer: ['money'], people: 5 },
    ])
    expect(await entered('many')).toEqual({
      round: 1,
      slips: [
        { answer: ['tech', 'world'], people: 2 },
        { answer: ['money'], people: 5 },
      ],
    })
    const { polls } = await enter('many', [{ answer: ['tech'], people: 1 }])
    expect(polls.many).toMatchObject({ answered: 1, paper: 1 })
    expect((await enter('many', [])).polls.many).toEqual({ id: 'many', phase: 'idle', round: 1, answered: 0 })
    expect(await entered('many')).toEqual({ round: 1, slips: [] })
    expect((await entered('pick')).slips).toEqual([])
    await room.close()
  })

  it('stay in their round, over a restart too', async () => {
    const { room, enter, entered, put } = await startHere()
    await enter('pick', [{ answer: ['all'], people: 4 }])
    await room.act('pick', 'reset')
    expect(await entered('pick')).toEqual({ round: 2, slips: [] })
    const stale = await put('pick', { round: 1, slips: [] })
    expect([stale.status, ((await stale.json()) as ErrorBody).error]).toEqual([
      409,
      { code: 'stale-round', message: 'A new round has started; enter the slips there.' },
    ])
    await enter('pick', [{ answer: ['run'], people: 2 }], 2)
    await room.close()
    const again = await startHere(`${room.folder}/room`)
    expect(await again.entered('pick')).toEqual({ round: 2, slips: [{ answer: ['run'], people: 2 }] })
    const [pick] = (await again.results()).polls
    expect(pick?.rounds).toEqual([
      { round: 1, tally: { kind: 'choice', people: 4, paper: 4, counts: { run: 0, all: 4 } } },
      { round: 2, tally: { kind: 'choice', people: 2, paper: 2, counts: { run: 2, all: 0 } } },
    ])
  })

  it.each(['open', 'close', 'reveal'] as const)(
    'can be entered after %s and tell phones only what they may see',
    async (last) => {
      const { room, enter } = await startHere()
      const phone = await joinRoom(room.url)
      for (const action of ['open', 'close', 'reveal'].slice(0, ['open', 'close', 'reveal'].indexOf(last) + 1))
        await room.act('pick', action as 'open')
      expect((await enter('pick', [{ answer: ['all'], people: 2 }])).polls.pick).toMatchObject({
        answered: 2,
        paper: 2,
      })
      expect((await phone.room()).tally).toEqual(
        last === 'reveal' ? { kind: 'choice', people: 2, paper: 2, counts: { run: 0, all: 2 } } : undefined,
      )
    },
  )

  it('are refused beyond 2000 people or 256 KB', async () => {
    const { room, put } = await startHere()
    const many = (count: number) => ({
      round: 1,
      slips: Array.from<Slip>({ length: count }).fill({ answer: ['word'], people: 1 }),
    })
    expect((await put('word', many(2000))).status).toBe(200)
    expect((await put('word', many(2001))).status).toBe(400)
    const { status } = await ask(room.url, {
      method: 'PUT',
      path: paperPath('word'),
      headers: { 'Authorization': `Bearer ${room.stageKey}`, 'Content-Type': 'application/json' },
      body: ' '.repeat(256 * 1024 + 1),
    })
    expect(status).toBe(413)
  })
})

describe('slips', () => {
  const slips = (answer: Answer, people: unknown = 1) => ({
    round: 1,
    slips: [
      { answer: ['all'], people: 1 },
      { answer, people },
    ],
  })
  const FORM = 'Ballots from paper are a round and up to 2000 slips, each with an answer and a number of people.'
  // One room for all cases: none of them may change anything.
  let here: Awaited<ReturnType<typeof startHere>>
  beforeAll(async () => {
    here = await startHere(undefined, atEnd)
  })

  it.each<[name: string, body: unknown, status: number, message: string]>([
    [
      'an answer that does not fit',
      slips(['walk']),
      422,
      'Slip 2 does not fit the poll: choose among the options of this poll.',
    ],
    ['an answer of another kind', slips(3), 422, 'Slip 2 does not fit the poll: send the ids of options.'],
    ['nobody', slips(['all'], 0), 400, FORM],
    ['fewer than nobody', slips(['all'], -3), 400, FORM],
    ['half a person', slips(['all'], 1.5), 400, FORM],
    ['people as text', slips(['all'], '3'), 400, FORM],
    ['more than a hall', slips(['all'], 2001), 400, FORM],
    ['more than a hall together', slips(['all'], 2000), 400, FORM],
    ['no round', { slips: [] }, 400, FORM],
    ['round 0', { round: 0, slips: [] }, 400, FORM],
    ['no slips', { round: 1 }, 400, FORM],
    ['slips that are no list', { round: 1, slips: {} }, 400, FORM],
    ['something it should not know', { round: 1, slips: [], voter: 'me' }, 400, FORM],
    ['a slip that says more', { round: 1, slips: [{ answer: ['all'], people: 1, at: 5 }] }, 400, FORM],
    ['a round to come', { round: 2, slips: [] }, 409, 'A new round has started; enter the slips there.'],
  ])('are refused, all of them, with %s', async (_, body, status, message) => {
    const response = await here.put('pick', body)
    expect([response.status, (await response.json() as ErrorBody).error.message]).toEqual([status, message])
    expect(await here.entered('pick')).toEqual({ round: 1, slips: [] })
  })
})
