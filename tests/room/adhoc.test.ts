import type { ErrorBody, StageState } from '../../src/polls/protocol.ts'
import type { Results } from '../../src/room/results.ts'
import type { TestRoom } from './support/testRoom.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { ADHOC_PATH, adhocShownPath } from '../../src/polls/protocol.ts'
import { collectResults } from '../../src/room/results.ts'
import { readSession } from '../../src/room/sessionResults.ts'
import { openSqliteStore } from '../../src/room/stores/sqlite.ts'
import { tapPhone } from '../phone/support/tappedPhone.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const ASKED = { question: 'Coffee now?', options: ['Yes', 'Later'] }

/** The state after a stage call that succeeds. */
async function after(response: Response | Promise<Response>): Promise<StageState> {
  const answered = await response
  expect(answered.status).toBe(200)
  return await answered.json() as StageState
}
const ask = (room: TestRoom, body: unknown = ASKED) => room.stage('POST', ADHOC_PATH, body)
const show = (room: TestRoom, shown: boolean) =>
  room.stage('POST', adhocShownPath('adhoc-1'), { shown })

describe('a poll typed during the talk', () => {
  it('opens at once on wall and phones, and takes votes', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    const state = await after(ask(room))
    expect(state.current).toBe('adhoc-1')
    expect(state.adhoc).toEqual([{
      id: 'adhoc-1',
      kind: 'choice',
      question: 'Coffee now?',
      options: [{ id: 'option-1', text: 'Yes' }, { id: 'option-2', text: 'Later' }],
      several: false,
      auto: false,
    }])
    expect(state.polls['adhoc-1']).toMatchObject({ phase: 'open', answered: 0 })
    expect(await phone.room()).toMatchObject({ poll: { id: 'adhoc-1', question: 'Coffee now?' }, phase: 'open' })
    expect((await phone.vote('adhoc-1', ['option-2'])).status).toBe(200)
    await room.act('adhoc-1', 'close')
    const { polls } = await room.act('adhoc-1', 'reveal')
    expect(polls['adhoc-1']?.tally).toEqual({ kind: 'choice', people: 1, counts: { 'option-1': 0, 'option-2': 1 } })
  })

  it('goes away, and comes back as it stood', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    await ask(room)
    const away = await after(show(room, false))
    expect([away.current, away.polls['adhoc-1']?.phase]).toEqual([null, 'closed'])
    expect(await phone.room()).toMatchObject({ poll: null, phase: 'idle' })
    expect((await after(show(room, true))).current).toBe('adhoc-1')
    expect(await phone.room()).toMatchObject({ poll: { id: 'adhoc-1' }, phase: 'closed' })
  })

  it('survives a restart, open as it was, with its votes', async () => {
    const [folder, data] = [tempFolder(), tempFolder()]
    const settings = { polls: pollsFile(folder), data }
    const before = await startRoom(settings)
    const phone = await joinRoom(before.url)
    await ask(before, { ...ASKED, several: true })
    expect((await phone.vote('adhoc-1', ['option-2', 'option-1'])).status).toBe(200)
    await before.close()
    const again = await startRoom(settings)
    const state = await after(again.stage('POST', '/api/stage/polls/adhoc-1/close'))
    expect(state).toMatchObject({ current: 'adhoc-1', polls: { 'adhoc-1': { phase: 'closed', answered: 1 } } })
    expect(state.adhoc?.[0]).toMatchObject({ question: 'Coffee now?', several: true })
    expect((await after(ask(again, { ...ASKED, question: 'And now?' }))).current).toBe('adhoc-2')
  })

  it('stays in order beyond nine', async () => {
    const room = await startRoom()
    for (let i = 1; i <= 11; i++)
      await ask(room, { ...ASKED, question: `Question ${i}?` })
    const { adhoc } = await room.act('bill', 'open')
    expect(adhoc?.map(({ id }) => id).slice(-3)).toEqual(['adhoc-9', 'adhoc-10', 'adhoc-11'])
  })

  it('shows phones no result before its time', async () => {
    const room = await startRoom()
    const [ann, bob] = [await tapPhone(room.url), await joinRoom(room.url)]
    await ask(room)
    await bob.vote('adhoc-1', ['option-2'])
    await room.act('adhoc-1', 'close')
    await ann.events.until(state => state.phase === 'closed')
    expect(ann.got()).not.toMatch(/"(?:tally|counts|people|answered)":/)
    await room.act('adhoc-1', 'reveal')
    await ann.events.until(state => state.phase === 'revealed')
    expect(ann.got()).toContain('"counts":{"option-1":0,"option-2":1}')
  })

  it('leaves other sessions alone', async () => {
    const data = tempFolder()
    const polls = pollsFile(tempFolder())
    const one = await startRoom({ data, polls, session: 'one' })
    await ask(one)
    await one.close()
    const two = await startRoom({ data, polls, session: 'two' })
    const state = await two.act('bill', 'open')
    expect(state.adhoc).toBeUndefined()
    expect(Object.keys(state.polls)).toEqual(['bill', 'lenses'])
  })
})

describe('a typed poll in the export', () => {
  it('is there with its options, in the running room and after it', async () => {
    const [folder, data] = [tempFolder(), tempFolder()]
    const path = pollsFile(folder)
    const room = await startRoom({ polls: path, data })
    const phone = await joinRoom(room.url)
    await ask(room)
    await phone.vote('adhoc-1', ['option-1'])
    await room.act('adhoc-1', 'close')
    const results = await (await room.stage('GET', '/api/stage/results.json')).json() as Results
    const csv = await (await room.stage('GET', '/api/stage/results.csv')).text()
    await room.close()

    const [last] = results.polls.slice(-1)
    expect(results.polls.map(({ id }) => id)).toEqual(['bill', 'lenses', 'adhoc-1'])
    expect(last).toMatchObject({
      question: 'Coffee now?',
      options: [{ id: 'option-1', text: 'Yes' }, { id: 'option-2', text: 'Later' }],
      rounds: [{ round: 1, tally: { people: 1 } }],
    })
    expect(results.polls[0]).not.toHaveProperty('options')
    expect(csv).toMatch(/^default,adhoc-1,1,[0-9a-f]{32},option-1,,/m)

    const store = openSqliteStore(join(data, 'room.sqlite'))
    expect(await collectResults(store, readPolls(path), 'default')).toEqual(results)
    await store.close()
  })

  it('is not on a published site, which has no slide for it', async () => {
    const [folder, data] = [tempFolder(), tempFolder()]
    const path = pollsFile(folder)
    const room = await startRoom({ polls: path, data })
    const phone = await joinRoom(room.url)
    await ask(room)
    await phone.vote('adhoc-1', ['option-1'])
    await room.close()
    const { polls } = await readSession(readPolls(path), join(data, 'room.sqlite'), 'default')
    expect(polls).toEqual({})
  })
})

describe('what is typed', () => {
  it('is brought onto one line, without control characters and marks of direction', async () => {
    const room = await startRoom()
    const options = ['<script>alert(1)</script>', '=1+1']
    const { adhoc } = await after(ask(room, { question: ' \u202E<b>Why\u0000</b>\n now? \uD800', options }))
    expect(adhoc?.[0]?.question).toBe('<b>Why</b> now? \uFFFD')
    expect(adhoc?.[0]).toMatchObject({ options: [{ text: '<script>alert(1)</script>' }, { text: '=1+1' }] })
  })

  const SHAPE = 'A typed poll is a question, a list of two to eight options, and whether several may be chosen.'
  const text = (length: number) => 'x'.repeat(length)
  const many = (count: number) => Array.from({ length: count }, (_, i) => `Option ${i}`)

  it.each<[what: string, body: unknown, sentence: string]>([
    ['no question', { options: ['a', 'b'] }, 'The question must be text.'],
    ['an empty question', { ...ASKED, question: ' \u200B\t' }, 'The question must not be empty.'],
    ['a long question', { ...ASKED, question: text(141) }, 'The question must not be longer than 140 characters.'],
    ['a question that is no text', { ...ASKED, question: ['?'] }, 'The question must be text.'],
    ['one option', { ...ASKED, options: ['a'] }, 'The options must be two or more.'],
    ['nine options', { ...ASKED, options: many(9) }, 'The options must be eight or fewer.'],
    ['no options', { question: 'Why?' }, 'The options must be a list of texts.'],
    ['an empty option', { ...ASKED, options: ['a', ' '] }, 'Option 2 must not be empty.'],
    ['a long option', { ...ASKED, options: ['a', text(81)] }, 'Option 2 must not be longer than 80 characters.'],
    ['an option that is an object', { ...ASKED, options: ['a', {}] }, 'Option 2 must be text.'],
    ['equal options', { ...ASKED, options: ['Yes', 'No', ' yes!'] }, 'Option 3 is the same as option 1.'],
    ['several that is no yes or no', { ...ASKED, several: 'x' }, SHAPE],
    ['another field', { ...ASKED, id: 'bill' }, SHAPE],
    ['a poll of another kind', { ...ASKED, kind: 'words' }, SHAPE],
    ['a list', [ASKED], SHAPE],
    ['a prototype', '{"__proto__":{"question":"a"},"question":"a","options":["a","b"]}', SHAPE],
    ['nothing', null, SHAPE],
  ])('is refused with one sentence: %s', async (_, body, sentence) => {
    const room = await startRoom()
    const response = await fetch(`${room.url}${ADHOC_PATH}`, {
      method: 'POST',
      headers: { 'Authorization': `Bearer ${room.stageKey}`, 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    expect(response.status).toBe(400)
    expect((await response.json() as ErrorBody).error.message).toBe(sentence)
    const state = await room.act('bill', 'open')
    expect(state.adhoc).toBeUndefined()
  })

  it('is taken at its limits', async () => {
    const room = await startRoom()
    await after(ask(room, { question: text(140), options: many(8).map(option => option.padEnd(80, '.')) }))
  })

  it.each<[status: number, call: (room: TestRoom) => Promise<Response>]>([
    [401, room => fetch(`${room.url}${ADHOC_PATH}`, { method: 'POST', body: JSON.stringify(ASKED) })],
    [401, room => fetch(`${room.url}${ADHOC_PATH}`, {
      method: 'POST',
      headers: { 'Authorization': 'Bearer wrong-key-wrong-key', 'Content-Type': 'application/json' },
      body: JSON.stringify(ASKED),
    })],
    [413, room => ask(room, { ...ASKED, question: text(20_000) })],
    [415, room => room.stage('POST', ADHOC_PATH)],
    [404, room => room.stage('POST', adhocShownPath('bill'), { shown: true })],
    [404, room => room.stage('POST', adhocShownPath('adhoc-9'), { shown: true })],
    [409, async (room) => {
      for (let i = 0; i < 50; i++)
        await after(ask(room))
      return ask(room)
    }],
  ])('answers %i to a call that may not be', async (status, call) => {
    expect((await call(await startRoom())).status).toBe(status)
  })
})
