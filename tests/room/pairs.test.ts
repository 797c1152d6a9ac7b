import type { Answer, Moves, StageState } from '../../src/polls/protocol.ts'
import type { Results } from '../../src/room/results.ts'
import type { Phone, TestRoom } from './support/testRoom.ts'
import { describe, expect, it } from 'vitest'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const OPTIONS = 'options: [{ id: yes, text: Yes }, { id: no, text: No }]'
const PAIRS = `
- { id: before, kind: choice, question: Will it last?, ${OPTIONS} }
- { id: after, kind: choice, question: Will it last?, pair: before, ${OPTIONS} }
- { id: early, kind: scale, question: How likely?, labels: [Never, Surely], confidence: true }
- { id: late, kind: scale, question: How likely?, labels: [Never, Surely], pair: early }
`

const startHere = () => startRoom({ polls: pollsFile(tempFolder(), PAIRS) })
const phonesOf = (room: TestRoom, count: number) => Promise.all(Array.from({ length: count }, () => joinRoom(room.url)))

/** Opens a poll, lets each phone answer in turn, and reveals it. */
async function ask(room: TestRoom, poll: string, phones: Phone[], answers: Answer[], round = 1): Promise<StageState> {
  await room.act(poll, 'open')
  const ballots = await Promise.all(answers.map(async (answer, i) => await phones[i]?.vote(poll, answer, round)))
  expect(ballots.every(ballot => ballot?.status === 200)).toBe(true)
  await room.act(poll, 'close')
  return room.act(poll, 'reveal')
}

/** Everything that the room sends to anybody, as text; moves that it shows are in there somewhere. */
async function everything(room: TestRoom, phone: Phone): Promise<string> {
  const stage = await readEvents<StageState>(`${room.url}/api/stage/events`, {
    Authorization: `Bearer ${room.stageKey}`,
  })
  await stage.until(() => true)
  const exports = await Promise.all(
    ['json', 'csv'].map(async format => (await room.stage('GET', `/api/stage/results.${format}`)).text()),
  )
  return [stage.text(), ...exports, JSON.stringify(await phone.room())].join('\n')
}
const moves = async (room: TestRoom, poll: string) =>
  ((await (await room.stage('GET', '/api/stage/results.json')).json()) as Results).polls.find(
    results => results.id === poll,
  )?.moves
const sorted = (item: Moves | undefined) =>
  item && { ...item, flows: [...item.flows].sort((a, b) => `${a.from}${a.to}`.localeCompare(`${b.from}${b.to}`)) }

const [YES, NO] = [['yes'], ['no']]

describe('two paired polls', () => {
  it('show moves on the stage and in the results once both are revealed', async () => {
    const room = await startHere()
    const phones = await phonesOf(room, 7)
    // Two more answer only one of the polls, so nothing is known of their moves.
    await ask(room, 'before', phones, [YES, YES, YES, NO, NO, NO])
    await room.act('after', 'open')
    await Promise.all([YES, NO, NO, NO, NO].map((answer, i) => phones[i]?.vote('after', answer)))
    await phones[6]?.vote('after', YES)
    const closed = await room.act('after', 'close')
    expect(JSON.stringify(closed)).not.toContain('moves')

    const expected: Moves = {
      people: 5,
      moved: 2,
      flows: [
        { from: 'no', to: 'no', people: 2 },
        { from: 'yes', to: 'no', people: 2 },
        { from: 'yes', to: 'yes', people: 1 },
      ],
    }
    const { polls } = await room.act('after', 'reveal')
    expect(sorted(polls.after?.moves)).toEqual(expected)
    expect(polls.before).not.toHaveProperty('moves')
    expect(sorted(await moves(room, 'after'))).toEqual(expected)
    // Phones get tallies, but no moves.
    expect(JSON.stringify(await phones[0]?.room())).not.toMatch(/moves|flows/)
    expect(JSON.stringify(await room.act('before', 'hide'))).not.toContain('moves')
  })

  it.each([4, 5])('show moves of %i voters only if they are five', async (both) => {
    const room = await startHere()
    const phones = await phonesOf(room, 12)
    await ask(room, 'before', phones, Array.from<Answer>({ length: both + 3 }).fill(YES))
    // Three people answer only the first poll and three others only the second: many on each side, few in both.
    const second = [...phones.slice(0, both), ...phones.slice(-3)]
    const { polls } = await ask(room, 'after', second, second.map(() => NO))
    expect(polls).toMatchObject({ before: { answered: both + 3 }, after: { answered: both + 3 } })
    const all = await everything(room, phones[0] as Phone)
    if (both < 5) {
      expect(all).not.toMatch(/moves|moved|flows/)
    }
    else {
      expect(
        all.match(/"moves":\{"people":5,"moved":5,"flows":\[\{"from":"yes","to":"no","people":5\}\]\}/g),
      ).toHaveLength(2)
    }
  })

  it('compare the current rounds, in the export the last answered ones', async () => {
    const room = await startHere()
    const phones = await phonesOf(room, 5)
    const all = (answer: Answer) => phones.map(() => answer)
    await ask(room, 'before', phones, all(YES))
    await ask(room, 'after', phones, all(NO))
    expect(await moves(room, 'after')).toMatchObject({ people: 5, moved: 5 })
    const { polls } = await room.act('after', 'reset')
    expect(polls.after).not.toHaveProperty('moves')
    expect(await moves(room, 'after')).toMatchObject({ people: 5, moved: 5 })
    await ask(room, 'after', phones, all(YES), 2)
    expect(await moves(room, 'after')).toEqual({ people: 5, moved: 0, flows: [{ from: 'yes', to: 'yes', people: 5 }] })
  })

  it('leave out ballots from paper', async () => {
    const room = await startHere()
    const phones = await phonesOf(room, 4)
    await ask(room, 'before', phones, phones.map(() => YES))
    for (const poll of ['before', 'after']) {
      expect(
        (await room.stage('PUT', `/api/stage/polls/${poll}/paper`, { round: 1, slips: [{ answer: NO, people: 50 }] }))
          .status,
      ).toBe(200)
    }
    const { polls } = await ask(
      room,
      'after',
      phones,
      phones.map(() => NO),
    )
    expect(polls.after).toMatchObject({ answered: 54, paper: 50 })
    expect(await everything(room, phones[0] as Phone)).not.toMatch(/moves|flows/)
  })

  it('may be scales with and without confidence', async () => {
    const room = await startHere()
    const phones = await phonesOf(room, 6)
    await ask(room, 'early', phones, phones.map((_, i) => ({ value: 2, sure: i % 2 === 0 })))
    const { polls } = await ask(room, 'late', phones, [2, 2, 5, 5, 5, 5])
    expect(sorted(polls.late?.moves)).toEqual({
      people: 6,
      moved: 4,
      flows: [
        { from: '2', to: '2', people: 2 },
        { from: '2', to: '5', people: 4 },
      ],
    })
  })
})
