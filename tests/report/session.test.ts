import type { Answer, EntryState } from '../../src/polls/protocol.ts'
import type { Store } from '../../src/polls/store.ts'
import type { PollReport, SessionReport } from '../../src/report/model.ts'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { entryId } from '../../src/polls/entries/group.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { reportComparison } from '../../src/report/comparison.ts'
import { toCsv, toJson } from '../../src/report/files.ts'
import { readSession } from '../../src/report/readSession.ts'
import { reportSession } from '../../src/report/session.ts'
import { openSqliteStore } from '../../src/room/stores/sqlite.ts'
import { pollsFile, tempFolder } from '../room/support/testRoom.ts'

const OPTIONS = '[{ id: a, text: Alpha }, { id: b, text: Beta }, { id: c, text: Gamma }, { id: d, text: Delta }]'
const POLLS = `
- { id: pick, kind: choice, question: Which one?, options: ${OPTIONS} }
- { id: again, kind: choice, question: And now?, pair: pick, options: ${OPTIONS} }
- { id: quiz, kind: choice, question: What is right?, answer: [a], confidence: true, options: ${OPTIONS} }
- { id: point, kind: scale, question: How far?, labels: [Not at all, Fully] }
- { id: word, kind: words, question: Which words?, max: 1 }
- { id: board, kind: questions, question: What else?, anytime: true }
`
const DECK = { title: 'A talk', evidence: new Map() }

/** How many people give which answer; people are counted through, so that the same ones answer each poll. */
type Votes = [answer: Answer, people: number][]

interface Held {
  read: (session?: string) => ReturnType<typeof readSession>
  tell: () => Promise<SessionReport>
  poll: (id: string) => Promise<PollReport>
  vote: (poll: string, votes: Votes, more?: { session?: string, marks?: Record<string, EntryState> }) => Promise<void>
}

function hold(): Held {
  const folder = tempFolder()
  const polls = readPolls(pollsFile(folder, POLLS))
  const store: Store = openSqliteStore(join(folder, 'room.sqlite'))
  onTestFinished(() => store.close())
  const read = async (session = 's') => {
    const info = (await store.sessions()).find(({ name }) => name === session)
    return readSession(store, polls, info ?? expect.fail(`no session ${session}`))
  }
  const tell = async () => reportSession(await read(), DECK)
  return {
    read,
    tell,
    poll: async id => (await tell()).polls.find(poll => poll.id === id) ?? expect.fail(`no ${id}`),
    async vote(poll, votes, { session = 's', marks } = {}) {
      const state = { round: 1, ...marks && { edits: { 1: { marks } } } }
      const put = (phase: 'open' | 'solved') => store.change(session, now => ({
        seq: now.seq + 1,
        current: poll,
        polls: new Map(now.polls).set(poll, { phase, ...state }),
      }))
      await put('open')
      const answers = votes.flatMap(([answer, people]) => Array.from<Answer>({ length: people }).fill(answer))
      for (const [i, answer] of answers.entries())
        await store.cast({ session, poll, round: 1, voter: `voter-${String(i).padStart(3, '0')}`, answer })
      await put('solved')
    },
  }
}

const cells = ({ rounds: [round] }: PollReport) => round?.rows.map(row => [row.label, row.cells.people])

describe('a poll', () => {
  it('of fewer than five people has no figures', async () => {
    const { vote, poll, tell } = hold()
    await vote('pick', [[['a'], 3], [['b'], 1]])
    const { rounds, asked } = await poll('pick')
    expect(rounds).toEqual([{
      round: 1,
      columns: [],
      rows: [],
      facts: [],
      notes: ['Fewer than five people answered, so nothing more is told of it.'],
    }])
    expect(asked).toBeUndefined()
    expect((await tell()).voted).toBeUndefined()
  })

  it('has small answers together, in its table and in its picture', async () => {
    const { vote, poll } = hold()
    await vote('pick', [[['a'], 20], [['b'], 12], [['c'], 3]])
    const told = await poll('pick')
    expect(cells(told)).toEqual([['Alpha', 20], ['Beta or Gamma, together', 15], ['Delta', 0]])
    expect(told.rounds[0]?.drawing?.state.tally).toEqual({
      kind: 'choice',
      people: 35,
      counts: { 'a': 20, 'd': 0, 'b+c': 15 },
    })
    expect(JSON.stringify(told.rounds[0]?.drawing?.poll)).toContain('"number":4')
  })

  it('leaves its answers out where the sum would give them away', async () => {
    const { vote, poll } = hold()
    await vote('pick', [[['a'], 20], [['c'], 3]])
    const { rounds } = await poll('pick')
    expect(rounds[0]).toMatchObject({ people: 23, rows: [] })
    expect(rounds[0]?.drawing).toBeUndefined()
  })

  it('of a scale has neighbours together, and a coarse average', async () => {
    const { vote, poll } = hold()
    await vote('point', [[1, 2], [2, 9], [3, 20], [4, 12], [5, 7]])
    const told = await poll('point')
    expect(cells(told)).toEqual([
      ['1 (Not at all) or 2 of 5, together', 11],
      ['3 of 5', 20],
      ['4 of 5', 12],
      ['5 (Fully)', 7],
    ])
    expect(told.rounds[0]?.facts).toEqual([{ name: 'On average', text: '3.5 of 5', value: 3.5 }])
  })

  it('of words names rare ones without their number, and hidden ones not at all', async () => {
    const { vote, poll, tell } = hold()
    const marks = { [entryId('nasty')]: 'hidden' as const }
    await vote('word', [[['hype'], 9], [['=1+1'], 6], [['rare'], 2], [['odd'], 1], [['nasty'], 7]], { marks })
    const { rounds: [round] } = await poll('word')
    expect(round?.rows.map(({ label, cells: { people } }) => [label, people])).toEqual([['hype', 9], ['=1+1', 6]])
    expect(round?.rareTexts).toEqual(['odd', 'rare'])
    expect(round?.notes).toEqual(['One word was hidden by the moderator, and left out here.'])
    const csv = toCsv(await tell())
    expect(csv).toContain(`'=1+1`)
    expect(`${csv}${toJson(await tell())}`).not.toContain('nasty')
  })

  it('of questions says what was answered, and stands at the end although it was open first', async () => {
    const { vote, poll, tell } = hold()
    const marks = { [entryId('Why now?')]: 'answered' as const }
    await vote('board', [[{ ask: ['Why now?'], up: [] }, 6], [{ ask: ['Who?'], up: [] }, 2]], { marks })
    await vote('pick', [[['a'], 20], [['b'], 12]])
    expect((await poll('board')).rounds[0]?.rows.map(({ label, cells: told }) => [label, told])).toEqual([
      ['Who?', { people: undefined, state: 'no' }],
      ['Why now?', { people: undefined, state: 'yes' }],
    ])
    expect((await tell()).polls.map(({ id }) => id)).toEqual(['pick', 'board'])
  })
})

describe('moves', () => {
  it('are all drawn where none are small', async () => {
    const { vote, poll } = hold()
    await vote('pick', [[['a'], 30], [['b'], 20]])
    await vote('again', [[['a'], 20], [['b'], 30]])
    expect((await poll('again')).moves).toMatchObject({
      people: 50,
      moved: 10,
      sentence: '2 in 10 changed their answer: 10 of 50 people.',
      flows: { moves: { people: 50, moved: 10 } },
    })
  })

  it('are rough where some are small', async () => {
    const { vote, poll } = hold()
    await vote('pick', [[['a'], 30], [['b'], 20]])
    await vote('again', [[['b'], 3], [['a'], 27], [['b'], 20]])
    const { moves } = await poll('again')
    expect(moves?.rows).toEqual([])
    expect(moves?.sentence).toBe('About 1 in 10 of those who answered both changed their answer.')
    expect(moves?.flows).toBeUndefined()
    expect(moves?.moved).toBeUndefined()
  })
})

describe('how sure people were', () => {
  const said = (option: string, sure: boolean): Answer => ({ value: [option], sure })

  it('is told where right and wrong are five at least', async () => {
    const { vote, tell } = hold()
    await vote('quiz', [[said('a', true), 12], [said('b', true), 8], [said('a', false), 9], [said('b', false), 11]])
    expect((await tell()).calibration).toMatchObject({
      people: 40,
      quizzes: [{ poll: 'quiz', sure: { right: 12, of: 20 }, guess: { right: 9, of: 20 } }],
    })
  })

  it('is left out where few of them were wrong', async () => {
    const { vote, tell } = hold()
    await vote('quiz', [[said('a', true), 12], [said('b', true), 2], [said('a', false), 9], [said('b', false), 11]])
    const { calibration } = await tell()
    expect(calibration?.quizzes).toEqual([])
    expect(calibration?.curve).toBeUndefined()
    expect(calibration?.notes).toEqual([expect.stringContaining('is left out')])
  })
})

it('two sessions have answers together that either needs together', async () => {
  const { vote, read } = hold()
  await vote('pick', [[['a'], 20], [['b'], 12], [['c'], 3]])
  await vote('pick', [[['a'], 20], [['b'], 12], [['c'], 9], [['d'], 8]], { session: 't' })
  const { polls: [poll] } = reportComparison(await read(), await read('t'), DECK)
  expect(poll?.rows.map(({ label }) => label)).toEqual(['Alpha', 'Beta or Gamma, together', 'Delta'])
  expect(poll?.rows[0]?.cells).toEqual({ before: 20 / 35, after: 20 / 49, difference: 20 / 49 - 20 / 35 })
})
