import type { Answer, CardReply, CardsAction, Score, StageState } from '../../src/polls/protocol.ts'
import type { Results } from '../../src/room/results.ts'
import type { Phone, TestRoom } from './support/testRoom.ts'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { advance } from '../../src/polls/phase.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { BEGIN_ANEW_PATH, CARD_PATH, cardsPath, paperPath } from '../../src/polls/protocol.ts'
import { createCalibrations } from '../../src/room/calibrations.ts'
import { openSqliteStore } from '../../src/room/stores/sqlite.ts'
import { tapPhone } from '../phone/support/tappedPhone.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const OPTIONS = `options: [${[...'abcd'].map(id => `{ id: ${id}, text: Option ${id} }`).join()}]`
const QUIZ = `kind: choice, question: Which?, answer: [a], confidence: true, ${OPTIONS}`
const QUIZZES = `
- { id: one, ${QUIZ} }
- { id: two, ${QUIZ} }
- { id: three, ${QUIZ} }
- { id: plain, kind: choice, question: And which?, answer: [a], ${OPTIONS} }
- { id: view, kind: choice, question: What do you think?, ${OPTIONS} }
`
const sure = (id: string): Answer => ({ value: [id], sure: true })
const guess = (id: string): Answer => ({ value: [id], sure: false })

const startHere = (folder = tempFolder()) =>
  startRoom({ polls: pollsFile(folder, QUIZZES), data: join(folder, 'kept') })
const phonesOf = (room: TestRoom, count: number) => Promise.all(Array.from({ length: count }, () => joinRoom(room.url)))
const results = async (room: TestRoom) => await (await room.stage('GET', '/api/stage/results.json')).json() as Results
const cards = async (room: TestRoom, action: CardsAction) =>
  await (await room.stage('POST', cardsPath(action))).json() as StageState
const cardOf = (room: TestRoom, { cookie }: Phone) => fetch(`${room.url}${CARD_PATH}`, { headers: { Cookie: cookie } })
const readCard = async (room: TestRoom, phone: Phone) => await (await cardOf(room, phone)).json() as CardReply
const score = (right: number, of: number): Score => ({ right, of })

/** Opens a poll, lets each phone answer in turn, and closes it; by default the answer is shown. */
async function ask(room: TestRoom, poll: string, phones: Phone[], answers: Answer[], isSolved = true) {
  const { round } = (await room.act(poll, 'open')).polls[poll] ?? expect.unreachable(poll)
  const ballots = await Promise.all(answers.map(async (answer, i) => await phones[i]?.vote(poll, answer, round)))
  expect(ballots.every(ballot => ballot?.status === 200)).toBe(true)
  const closed = await room.act(poll, 'close')
  if (!isSolved)
    return closed
  await room.act(poll, 'reveal')
  return room.act(poll, 'solve')
}

/** Ten people and three quizzes: eight of ten are sure each time, and half of those are right. */
async function askAll(room: TestRoom) {
  const phones = await phonesOf(room, 10)
  const answers = phones.map((_, i) => i < 8 ? sure(i % 2 ? 'a' : 'b') : guess('a'))
  for (const poll of ['one', 'two', 'three'])
    await ask(room, poll, phones, answers)
  return phones
}

describe('the curve of a room', () => {
  it('comes once it is asked for, after three solved quizzes', async () => {
    const room = await startHere()
    const phones = await askAll(room)
    const before = await room.stage('GET', '/api/stage/results.json').then(() => room.act('view', 'open'))
    expect(before.calibration).toEqual({ people: 10, questions: 3, sureAnswers: 24 })
    expect(before.cards).toBeUndefined()
    const shown = await cards(room, 'show')
    expect(shown.cards).toBe(true)
    expect(shown.current).toBeNull()
    expect(shown.polls.view?.phase).toBe('closed')
    expect(shown.calibration).toEqual({
      people: 10,
      questions: 3,
      sureAnswers: 24,
      curve: { sure: score(12, 24), guess: score(6, 6), luck: 0.25 },
    })
    expect(await phones[0]?.room()).toMatchObject({ poll: null, cards: true })
    const hidden = await cards(room, 'hide')
    expect(hidden.calibration?.curve).toBeUndefined()
    expect(await phones[0]?.room()).not.toHaveProperty('cards')
  })

  it('says how far there is to go where the answers are too few', async () => {
    const room = await startHere()
    const phones = await phonesOf(room, 6)
    await ask(room, 'one', phones, phones.map(() => sure('a')))
    await ask(room, 'two', phones, [sure('a'), guess('b'), ['a']])
    // It is not solved, has no right answer, or does not ask how sure.
    await ask(room, 'three', phones, phones.map(() => sure('b')), false)
    await ask(room, 'plain', phones, phones.map(() => ['b']))
    expect((await cards(room, 'show')).calibration).toEqual({ people: 6, questions: 2, sureAnswers: 7 })
    expect((await results(room)).calibration).toEqual({
      people: 6,
      quizzes: [
        { poll: 'one', round: 1, sure: score(6, 6), guess: score(0, 0), luck: 0.25 },
        { poll: 'two', round: 1, sure: score(1, 1), guess: score(0, 1), luck: 0.25 },
      ],
    })
  })

  it('counts the last round that was solved, and slips', async () => {
    const room = await startHere()
    const phones = await phonesOf(room, 5)
    await ask(room, 'one', phones, phones.map(() => sure('b')))
    await room.act('one', 'reset')
    await ask(room, 'one', phones, phones.map(() => sure('a')), false)
    const first = [{ poll: 'one', round: 1, sure: score(0, 5), guess: score(0, 0), luck: 0.25 }]
    expect((await results(room)).calibration?.quizzes).toEqual(first)
    const slips = [{ answer: guess('c'), people: 3 }, { answer: sure('a'), people: 2 }]
    expect((await room.stage('PUT', paperPath('one'), { round: 2, slips })).status).toBe(200)
    await room.act('one', 'reveal')
    await room.act('one', 'solve')
    expect((await results(room)).calibration).toEqual({
      people: 10,
      quizzes: [{ poll: 'one', round: 2, sure: score(7, 7), guess: score(0, 3), luck: 0.25 }],
    })
    // Who votes after the answer was shown does not count, until it is shown again.
    await room.act('one', 'hide')
    expect((await room.act('one', 'open')).calibration?.sureAnswers).toBe(5)
  })

  it('is neither counted nor shown for four people, nor for a new audience', async () => {
    const room = await startHere()
    const tapped = await tapPhone(room.url)
    const phones = [tapped, ...await phonesOf(room, 3)]
    for (const poll of ['one', 'two', 'three'])
      await ask(room, poll, phones, phones.map(() => sure('b')))
    const shown = await cards(room, 'show')
    expect(shown.calibration).toBeUndefined()
    expect(await readCard(room, tapped)).toEqual({})
    expect((await results(room)).calibration).toBeUndefined()

    const more = await phonesOf(room, 1)
    await room.act('one', 'reset')
    await ask(room, 'one', [...phones, ...more], [...phones, ...more].map(() => sure('a')))
    expect((await cards(room, 'show')).calibration).toMatchObject({ people: 5 })
    const anew = await (await room.stage('POST', BEGIN_ANEW_PATH)).json() as StageState
    expect(anew.calibration).toBeUndefined()
    expect(anew.cards).toBeUndefined()
  })

  it('survives a restart of the server', async () => {
    const folder = tempFolder()
    const room = await startHere(folder)
    const [ann = expect.unreachable()] = await askAll(room)
    const { calibration } = await cards(room, 'show')
    const card = await readCard(room, ann)
    await room.close()
    const again = await startHere(folder)
    expect((await again.act('view', 'open')).calibration).toEqual(calibration)
    expect(await readCard(again, ann)).toEqual(card)
  })

  it('is exported without anybody’s card', async () => {
    const room = await startHere()
    await askAll(room)
    const { calibration } = await results(room)
    expect(calibration).toMatchObject({ people: 10, curve: { sure: score(12, 24), guess: score(6, 6), luck: 0.25 } })
    expect(JSON.stringify(calibration)).not.toMatch(/voter|card|[0-9a-f]{32}/)
  })
})

describe('the line on those who were sure', () => {
  it('comes with the answer, from ten of them on', async () => {
    const room = await startHere()
    const phones = await phonesOf(room, 11)
    const answers = phones.map((_, i) => i < 10 ? sure(i < 3 ? 'a' : 'b') : guess('a'))
    const closed = await ask(room, 'one', phones, answers, false)
    const revealed = await room.act('one', 'reveal')
    expect(JSON.stringify([closed, revealed])).not.toContain('"sure"')
    expect((await room.act('one', 'solve')).polls.one?.sure).toEqual(score(3, 10))
    expect((await ask(room, 'two', phones, answers.slice(1))).polls.two?.sure).toBeUndefined()
  })
})

describe('a card', () => {
  it('is refused until it is shown, and is the phone’s own', async () => {
    const room = await startHere()
    const phones = await phonesOf(room, 6)
    const [ann = expect.unreachable(), bob = expect.unreachable()] = phones
    await ask(room, 'one', phones, [sure('a'), sure('b'), ...phones.slice(2).map(() => guess('b'))])
    await ask(room, 'two', phones, [guess('c'), ['a']])
    await ask(room, 'plain', phones, [['a']])
    await ask(room, 'view', phones, [['a']], false)
    expect((await cardOf(room, ann)).status).toBe(404)
    await cards(room, 'show')
    expect(await readCard(room, ann)).toEqual({ card: { ...score(2, 3), sure: score(1, 1), guess: score(0, 1) } })
    expect(await readCard(room, bob)).toEqual({ card: { ...score(1, 2), sure: score(0, 1), guess: score(0, 0) } })
    // Somebody who came late, and a phone without a cookie.
    const none = { card: { ...score(0, 0), sure: score(0, 0), guess: score(0, 0) } }
    expect(await readCard(room, await joinRoom(room.url))).toEqual(none)
    expect(await (await fetch(`${room.url}${CARD_PATH}`)).json()).toEqual(none)
    await cards(room, 'hide')
    expect((await cardOf(room, ann)).status).toBe(404)
  })

  it('is all that a phone gets of right and wrong', async () => {
    const room = await startHere()
    const tapped = await tapPhone(room.url)
    const phones = [tapped, ...await phonesOf(room, 9)]
    const answers = phones.map((_, i) => i === 0 ? guess('b') : sure(i % 2 ? 'a' : 'b'))
    for (const poll of ['one', 'two', 'three'])
      await ask(room, poll, phones, answers)
    await cards(room, 'show')
    await tapped.events.until(event => event.cards === true)
    const card = await (await fetch(`${tapped.url}${CARD_PATH}`, {
      headers: { 'Cookie': tapped.cookie, 'Accept-Encoding': 'identity' },
    })).text()
    expect(JSON.parse(card)).toEqual({ card: { ...score(0, 3), sure: score(0, 0), guess: score(0, 3) } })
    for (const sign of ['"sure":true', '"curve"', '"luck"', '"calibration"', '"sureAnswers"'])
      expect(tapped.got()).not.toContain(sign)
    // Its own three scores, once.
    expect(tapped.got().match(/"of":/g)).toHaveLength(3)
  })

  it('needs no key, while showing them does', async () => {
    const room = await startHere()
    for (const action of ['show', 'hide'] as const)
      expect((await fetch(`${room.url}${cardsPath(action)}`, { method: 'POST' })).status).toBe(401)
  })
})

describe('createCalibrations', () => {
  it('counts once for 500 phones, and again only when a solved quiz has changed', async () => {
    const folder = tempFolder()
    const polls = readPolls(pollsFile(folder, QUIZZES))
    const store = openSqliteStore(join(folder, 'room.sqlite'))
    onTestFinished(() => store.close())
    const reads = vi.spyOn(store, 'roundBallots')
    const act = (poll: string, ...actions: Parameters<typeof advance>[2][]) => actions.reduce<Promise<unknown>>(
      (before, action) => before.then(() => store.change('s', now => advance(now, poll, action))),
      Promise.resolve(),
    )
    const vote = (poll: string) => Promise.all(Array.from({ length: 6 }, (_, i) =>
      store.cast({ session: 's', poll, round: 1, voter: `${i}`, answer: sure('a') })))
    await act('one', 'open')
    await vote('one')
    await act('one', 'close', 'reveal', 'solve')
    let state = await store.session('s')
    const calibrations = createCalibrations(store, 's', () => polls, () => state)
    const all = await Promise.all(Array.from({ length: 500 }, () => calibrations.read()))
    expect(new Set(all).size).toBe(1)
    expect(all[0]?.people).toBe(6)
    expect(reads).toHaveBeenCalledTimes(1)

    await act('two', 'open')
    await vote('two')
    calibrations.changed('two', 1)
    state = await store.session('s')
    expect(await calibrations.read()).toBe(all[0])
    await act('two', 'close', 'reveal', 'solve')
    state = await store.session('s')
    expect(await calibrations.read()).toMatchObject({ sureAnswers: 12 })
    // The same round, opened again and solved again: it has the same name, and another vote.
    await act('two', 'hide', 'open')
    await store.cast({ session: 's', poll: 'two', round: 1, voter: '0', answer: guess('b') })
    calibrations.changed('two', 1)
    await act('two', 'close', 'reveal', 'solve')
    state = await store.session('s')
    expect(await calibrations.read()).toMatchObject({ sureAnswers: 11 })
  })

  it('tries again after the store has failed', async () => {
    const folder = tempFolder()
    const store = openSqliteStore(join(folder, 'room.sqlite'))
    onTestFinished(() => store.close())
    const polls = readPolls(pollsFile(folder, QUIZZES))
    const state = await store.change('s', now => ['open', 'close', 'reveal', 'solve'].reduce(
      (before, action) => advance(before, 'one', action as 'open'),
      now,
    ))
    vi.spyOn(store, 'roundBallots').mockRejectedValueOnce(new Error('The disk is away.'))
    const calibrations = createCalibrations(store, 's', () => polls, () => state)
    await expect(calibrations.read()).rejects.toThrow('The disk is away.')
    expect(await calibrations.read()).toBeUndefined()
  })
})
