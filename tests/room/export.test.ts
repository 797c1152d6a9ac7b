import type { Answer } from '../../src/polls/protocol.ts'
import type { Results } from '../../src/room/results.ts'
import type { TestRoom } from './support/testRoom.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { entryId } from '../../src/polls/entries/group.ts'
import { checkAnswer } from '../../src/polls/kinds/rules.ts'
import { wordsSchema } from '../../src/polls/kinds/words/schema.ts'
import { entryPath, paperPath } from '../../src/polls/protocol.ts'
import { toCsv } from '../../src/room/results.ts'
import { AN_ANSWER, EVERY_KIND } from './support/everyKind.ts'
import { resultsSchema } from './support/resultsSchema.ts'
import { atEndOfFile, joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const OPTIONS = 'options: [{ id: run, text: One run }, { id: all, text: Everything }]'
const POLLS = `${EVERY_KIND}
- { id: depth, kind: estimate, question: How far below?, min: -100, max: 100, log: false }
- { id: again, kind: choice, question: Which one now?, pair: pick, ${OPTIONS} }
`
const VOTERS = 6

/** Parses CSV as a spreadsheet does (RFC 4180). */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n')
      rows.push([])
    else if (end === '')
      break
  }
  expect(rows.pop()).toEqual([''])
  return rows
}

/** The beginning of a cell that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const NUMBER = /^-?\d+(?:\.\d+)?$/

const shortOf = (answer: Answer): [string, string] => {
  if (typeof answer === 'number')
    return [String(answer), '']
  if (Array.isArray(answer))
    return [answer.join(' | '), '']
  if ('points' in answer)
    return [Object.entries(answer.points).map(([id, points]) => `${id} ${points}`).join(' | '), '']
  if ('places' in answer)
    return [Object.entries(answer.places).map(([id, [across, up]]) => `${id} ${across}/${up}`).join(' | '), '']
  return 'value' in answer
    ? [String(answer.value), answer.sure ? 'yes' : 'no']
    : [[...answer.ask, ...answer.up.map(id => `+${id}`)].join(' | '), '']
}

const atEnd = atEndOfFile()
let room: TestRoom
let cookies: string[]
let json: string
let csv: string

// A whole session: every kind, two rounds of one, a pair, slips, a hidden word, and people who would harm a
// spreadsheet.
beforeAll(async () => {
  room = await startRoom({ session: 'Tuesday', polls: pollsFile(tempFolder(atEnd), POLLS) }, atEnd)
  const phones = await Promise.all(Array.from({ length: VOTERS }, () => joinRoom(room.url)))
  cookies = phones.map(phone => phone.cookie)
  const ask = async (poll: string, answers: Answer[], round = 1) => {
    await room.act(poll, 'open')
    for (const [i, answer] of answers.entries())
      expect((await phones[i]?.vote(poll, answer, round))?.status).toBe(200)
    await room.act(poll, 'close')
    await room.act(poll, 'reveal')
  }
  for (const [poll, { answer }] of Object.entries(AN_ANSWER))
    await ask(poll, Array.from<Answer>({ length: poll === 'pick' ? VOTERS : 1 }).fill(answer))
  await ask('again', Array.from<Answer>({ length: VOTERS }).fill(['run']))
  await ask('depth', [-5, -2.5, 0])
  await room.act('word', 'reset')
  await ask(
    'word',
    [['=1+1', 'a,b', '"quoted"'], ['+49', 'line\nbreak'], ['-2+3'], ['@SUM(A1)'], ['＝1+1'], ['\t=1']],
    2,
  )
  await room.act('board', 'reset')
  await ask('board', [{ ask: ['=cmd|\'/c calc\'!A1'], up: [] }, { ask: [], up: [entryId('Why now?')] }], 2)
  await room.stage('POST', entryPath('word', entryId('a,b'), 'hidden'))
  await room.stage('PUT', paperPath('sure'), { round: 1, slips: [{ answer: { value: 5, sure: false }, people: 2 }] })
  json = await (await room.stage('GET', '/api/stage/results.json')).text()
  csv = await (await room.stage('GET', '/api/stage/results.csv')).text()
})

describe('the results of a whole session', () => {
  const results = () => JSON.parse(json) as Results

  it('match the documented schema exactly', () => {
    const { success, error } = resultsSchema.safeParse(JSON.parse(json))
    expect(error?.issues).toBeUndefined()
    expect(success).toBe(true)
  })

  it('contain every poll, round and ballot', () => {
    const { session, began, polls, ballots } = results()
    expect(session).toBe('Tuesday')
    expect(Math.abs(Date.parse(began ?? '') - Date.now())).toBeLessThan(60_000)
    expect(
      polls.map(
        poll => `${poll.id} ${poll.round} ${poll.rounds.map(({ round, tally }) => `${round}:${tally.people}`)}`,
      ),
    ).toEqual([
      'pick 1 1:6',
      'knew 1 1:1',
      'many 1 1:1',
      'point 1 1:1',
      'sure 1 1:3',
      'cost 1 1:1',
      'word 2 1:1,2:6',
      'held 1 1:1',
      'order 1 1:1',
      'stake 1 1:1',
      'plane 1 1:1',
      'board 2 1:1,2:2',
      'depth 1 1:3',
      'again 1 1:6',
    ])
    for (const { id, rounds } of polls) {
      for (const { round, tally } of rounds) {
        expect([id, round, ballots.filter(ballot => ballot.poll === id && ballot.round === round).length]).toEqual([
          id,
          round,
          tally.people,
        ])
      }
    }
    expect(polls.at(-1)?.moves).toEqual({ people: 6, moved: 6, flows: [{ from: 'all', to: 'run', people: 6 }] })
    expect(polls.filter(poll => poll.right ?? poll.reference).map(poll => poll.id)).toEqual(['pick', 'knew', 'cost'])
    const [last] = polls.find(poll => poll.id === 'word')?.rounds.slice(-1) ?? []
    expect(last?.tally).toMatchObject({
      entries: expect.not.arrayContaining([expect.objectContaining({ text: 'a,b' })]),
    })
  })

  it('name voters by pseudonyms that cannot be traced to a phone', () => {
    const voters = new Set(results().ballots.map(ballot => ballot.voter))
    expect(voters.size).toBe(VOTERS + 1)
    expect(voters.delete('paper')).toBe(true)
    for (const text of [json, csv]) {
      for (const cookie of cookies) {
        for (const part of cookie.replace('voter=', '').split('.'))
          expect(text).not.toContain(part)
      }
      expect(text).not.toMatch(/127\.0\.0\.1|::1/)
    }
  })

  it('have one CSV row for each ballot', () => {
    const [head, ...rows] = cellsOf(csv)
    expect(head).toEqual(['session', 'poll', 'round', 'voter', 'answer', 'sure', 'counted_at'])
    const { ballots } = results()
    const plain = rows.map(row => row.map(cell => cell.replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, '')))
    expect(plain).toEqual(
      ballots.map(({ poll, round, voter, answer, at }) => [
        'Tuesday',
        poll,
        String(round),
        voter,
        ...shortOf(answer),
        at ?? '',
      ]),
    )
    expect(rows.filter(row => row[3] === 'paper').map(row => row.slice(1))).toEqual(
      Array.from({ length: 2 }).fill(['sure', '1', 'paper', '5', 'no', '']),
    )
  })

  it('contain no formula in the CSV, and keep negative numbers', () => {
    const cells = cellsOf(csv).flat()
    expect(cells.filter(cell => FORMULA.test(cell) && !NUMBER.test(cell))).toEqual([])
    expect(cells).toEqual(expect.arrayContaining([
      '-5',
      '-2.5',
      '0',
      '\'=1+1 | a,b | "quoted"',
      '\'+49 | line break',
      '\'-2+3',
      '\'@SUM(A1)',
      '\'＝1+1',
      '\'=1',
      '\'=cmd|\'/c calc\'!A1',
      `'+${entryId('Why now?')}`,
    ]))
  })
})

describe('a CSV of arbitrary text', () => {
  const poll = wordsSchema.parse({ id: 'word', kind: 'words', question: 'Which?' })
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;|\' a1＝＋－＠'), minLength: 1 }),
  )

  it('keeps each text in its own cell and contains no formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 1, maxLength: 3 }), { minLength: 1 }), (sent) => {
        const kept = sent
          .map(texts => checkAnswer(poll, texts))
          .flatMap(answer => ('answer' in answer ? [answer.answer as string[]] : []))
        const ballots = kept.map(answer => ({ poll: 'word', round: 1, voter: 'v', answer, at: null }))
        const [, ...rows] = cellsOf(toCsv({ version: 1, session: 's', began: null, polls: [], ballots }))
        expect(rows.every(row => row.length === 7)).toBe(true)
        const cells = rows.map(row => row[4] ?? '')
        expect(cells.filter(cell => FORMULA.test(cell))).toEqual([])
        expect(cells.map((cell, i) => cell === kept[i]?.join(' | ') || cell === `'${kept[i]?.join(' | ')}`)).toEqual(
          kept.map(() => true),
        )
      }),
    )
  })
})
