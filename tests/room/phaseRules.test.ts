import type { Answer, ErrorBody, Solution, StageAction, Tally } from '../../src/polls/protocol.ts'
import type { Results } from '../../src/room/results.ts'
import type { TestRoom } from './support/testRoom.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { entryId } from '../../src/polls/entries/group.ts'
import { ESTIMATE_BINS, placeOf } from '../../src/polls/kinds/estimate/axis.ts'
import { AN_ANSWER, EVERY_KIND } from './support/everyKind.ts'
import { atEndOfFile, joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

/** The bins of one ballot of 250 on the axis from 1 to 10,000. */
const COST_BIN = Math.floor(placeOf({ min: 1, max: 10_000, log: true }, 250) * ESTIMATE_BINS)
const entry = (text: string, state: 'shown' | 'waiting' = 'shown') => ({ id: entryId(text), text, people: 1, state })

/** What the room shows of one ballot, `AN_ANSWER`: its tally at the reveal, and the solution after it. */
/** One person at one of so many places. */
const onlyAt = (place: number, of: number) => Array.from({ length: of }, (_, i) => (i === place ? 1 : 0))

const REVEALED: Record<string, { tally: Tally } & Solution> = {
  pick: { tally: { kind: 'choice', people: 1, counts: { run: 0, all: 1 } }, right: ['all'] },
  knew: { tally: { kind: 'choice', people: 1, counts: { so: 1, not: 0, partly: 0 } }, right: ['so'] },
  many: { tally: { kind: 'choice', people: 1, counts: { tech: 1, money: 0, world: 1 } } },
  point: { tally: { kind: 'scale', people: 1, counts: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 0 }, mean: 4 } },
  sure: {
    tally: {
      kind: 'scale',
      people: 1,
      counts: { 1: 0, 2: 1, 3: 0, 4: 0, 5: 0 },
      sure: { 1: 0, 2: 1, 3: 0, 4: 0, 5: 0 },
      mean: 2,
    },
  },
  cost: {
    tally: {
      kind: 'estimate',
      people: 1,
      bins: Array.from({ length: ESTIMATE_BINS }, (_, i) => (i === COST_BIN ? 1 : 0)),
      values: [[250, 1]],
      median: 250,
      middle: [250, 250],
    },
    reference: [4321.5, 4321.5],
  },
  word: { tally: { kind: 'words', people: 1, entries: [entry('chips'), entry('hype')] } },
  held: { tally: { kind: 'words', people: 1, entries: [] } },
  order: {
    tally: {
      kind: 'rank',
      people: 1,
      counts: { a: 1, b: 0, c: 2 },
      places: { a: [0, 1, 0], b: [0, 0, 1], c: [1, 0, 0] },
    },
  },
  stake: {
    tally: {
      kind: 'points',
      people: 1,
      counts: { a: 35, b: 0, c: 65 },
      spread: { a: onlyAt(7, 21), b: onlyAt(0, 21), c: onlyAt(13, 21) },
      most: { a: 0, b: 0, c: 1 },
    },
  },
  plane: {
    tally: {
      kind: 'grid',
      people: 1,
      cells: { a: onlyAt(8, 25), b: onlyAt(-1, 25), c: onlyAt(20, 25) },
      centres: { a: { across: 4, up: 2, spread: 0 }, c: { across: 1, up: 5, spread: 0 } },
    },
  },
  board: { tally: { kind: 'questions', people: 1, entries: [entry('Why now?')] } },
}
/** For each poll an answer that only fits another kind. */
const MISFIT: Record<string, Answer> = {
  pick: 1,
  many: { value: 1, sure: true },
  point: { value: 4, sure: true },
  sure: 6,
  cost: ['250'],
  word: { ask: ['hype'], up: [] },
  held: 3,
  order: ['a', 'b'],
  stake: { places: { a: [1, 1] } },
  plane: { points: { a: 100 } },
  board: ['Why now?'],
}

const ROWS = Object.entries(AN_ANSWER).map(([id, { kind, answer }]) => ({
  id,
  kind,
  answer,
  misfit: MISFIT[id] ?? [],
  shown: REVEALED[id] ?? expect.unreachable(id),
}))

const atEnd = atEndOfFile()
let room: TestRoom

beforeAll(async () => {
  room = await startRoom({ polls: pollsFile(tempFolder(atEnd), EVERY_KIND) }, atEnd)
})

/** Resets the poll, and returns the number of its new round. */
async function nextRound(id: string): Promise<number> {
  const { polls } = await room.act(id, 'reset')
  return polls[id]?.round ?? expect.unreachable(id)
}

/** The response to a ballot: its status, and the error code if there is one. */
async function answered(ballot: Promise<Response>): Promise<string> {
  const response = await ballot
  const { error } = await response.json() as Partial<ErrorBody>
  return error ? `${response.status} ${error.code}` : String(response.status)
}

describe.each(ROWS)('$id, a poll of kind $kind', ({ id, kind, answer, misfit, shown }) => {
  const live = kind === 'questions'
  const { tally } = shown
  const isQuiz = Object.keys(shown).length > 1

  it('counts only fitting ballots, of the current round, while it is open', async () => {
    const round = await nextRound(id)
    const phone = await joinRoom(room.url)
    const table: string[][] = []
    for (const action of [undefined, 'open', 'close', 'reveal'] as const) {
      if (action)
        await room.act(id, action)
      const ballots = [
        phone.vote(id, answer, round - 1),
        phone.vote(id, answer, round + 1),
        phone.vote(id, misfit, round),
        phone.vote(id, answer, round),
      ]
      table.push(await Promise.all(ballots.map(answered)))
    }
    const [stale, misfitting, closed] = ['409 stale-round', '422 invalid-answer', '409 closed']
    expect(table).toEqual([
      [stale, stale, misfitting, closed],
      [stale, stale, misfitting, '200'],
      [stale, stale, misfitting, closed],
      [stale, stale, misfitting, closed],
    ])
  })

  it('shows the results of each phase, hides them again, and resets', async () => {
    const round = await nextRound(id)
    const phone = await joinRoom(room.url)
    const seen: unknown[] = []
    const look = async () => {
      const { seq, session, poll, ...state } = await phone.room()
      expect([poll?.id, poll?.kind]).toEqual([id, kind])
      seen.push(state)
    }
    const act = async (action: StageAction) => {
      const { polls } = await room.act(id, action)
      await look()
      return polls[id]
    }

    await look()
    await act('open')
    expect(await answered(phone.vote(id, answer, round))).toBe('200')
    await look()
    await act('close')
    expect(await act('reveal')).toMatchObject({ answered: 1, tally })
    if (isQuiz)
      expect(await act('solve')).toMatchObject({ answered: 1, ...shown })
    expect((await act('hide'))?.tally).toEqual(live ? tally : undefined)
    await act('reveal')
    expect(await act('reset')).toEqual({
      id,
      phase: 'idle',
      round: round + 1,
      rounds: round + 1,
      answered: 0,
      ...('entries' in tally && { entries: [], entryCounts: {} }),
    })

    const empty = live ? { tally: { kind, people: 0, entries: [] } } : {}
    const early = live ? shown : {}
    const mine = kind === 'choice' && Array.isArray(answer) ? [...answer].sort() : answer
    expect(seen).toEqual([
      { phase: 'idle', round, here: 1, mine: null },
      { phase: 'open', round, mine: null, ...empty },
      { phase: 'open', round, mine, ...early },
      { phase: 'closed', round, mine, ...early },
      { phase: 'revealed', round, mine, tally },
      ...isQuiz ? [{ phase: 'solved', round, mine, ...shown }] : [],
      { phase: 'closed', round, mine, ...early },
      { phase: 'revealed', round, mine, tally },
      { phase: 'idle', round: round + 1, here: 1, mine: null },
    ])

    // The old round is kept, with its ballot.
    const { polls, ballots } = await (await room.stage('GET', '/api/stage/results.json')).json() as Results
    const kept = polls.find(poll => poll.id === id)
    expect(kept).toMatchObject({ kind, phase: 'idle', round: round + 1 })
    expect(kept?.rounds.slice(round - 1)).toEqual([
      { round, tally },
      { round: round + 1, tally: expect.objectContaining({ people: 0 }) },
    ])
    expect(ballots.filter(ballot => ballot.poll === id && ballot.round >= round)).toMatchObject([
      { round, answer: mine },
    ])
  })
})
