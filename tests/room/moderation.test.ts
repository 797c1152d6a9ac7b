import type { Entry, EntryState, RoomState, StageState } from '../../src/polls/protocol.ts'
import type { AtEnd } from './support/testRoom.ts'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { entryId } from '../../src/polls/entries/group.ts'
import { ENTRY_STATES, entryPath } from '../../src/polls/protocol.ts'
import { EVERY_KIND } from './support/everyKind.ts'
import { readEvents } from './support/readEvents.ts'
import { atEndOfFile, joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

async function startHere(data?: string, atEnd: AtEnd = onTestFinished) {
  const room = await startRoom(
    { polls: pollsFile(tempFolder(atEnd), EVERY_KIND), ...(data !== undefined && { data }) },
    atEnd,
  )
  return {
    room,
    phone: await joinRoom(room.url),
    mark: (poll: string, text: string, state: string) =>
      room.stage('POST', entryPath(poll, entryId(text), state as EntryState)),
  }
}
const atEnd = atEndOfFile()
const short = (entries: Entry[] = []) => entries.map(({ text, people, state }) => `${text} ${people} ${state}`)
const shownIn = ({ tally }: { tally?: RoomState['tally'] }) => tally && 'entries' in tally ? short(tally.entries) : []

describe('a word', () => {
  it('disappears from the tally when hidden, and comes back when shown', async () => {
    const { room, phone, mark } = await startHere()
    await room.act('word', 'open')
    await phone.vote('word', ['hype', 'chips'])
    await room.act('word', 'close')
    await room.act('word', 'reveal')
    expect(shownIn(await phone.room())).toEqual(['chips 1 shown', 'hype 1 shown'])

    const response = await mark('word', 'hype', 'hidden')
    const { polls } = await response.json() as StageState
    expect(shownIn(polls.word ?? {})).toEqual(['chips 1 shown'])
    expect(short(polls.word?.entries)).toEqual(['chips 1 shown', 'hype 1 hidden'])
    expect(shownIn(await phone.room())).toEqual(['chips 1 shown'])
    // Its sender still counts, and sees their own answer.
    expect(await phone.room()).toMatchObject({ tally: { people: 1 }, mine: ['hype', 'chips'] })

    expect((await mark('word', 'hype', 'shown')).status).toBe(200)
    expect(shownIn(await phone.room())).toEqual(['chips 1 shown', 'hype 1 shown'])
  })

  it('on the blocked list waits unseen until the presenter shows it', async () => {
    const { room, phone, mark } = await startHere()
    await room.act('word', 'open')
    expect((await phone.vote('word', ['Bullshit', 'chips'])).status).toBe(200)
    await room.act('word', 'close')
    const { polls } = await room.act('word', 'reveal')
    expect(short(polls.word?.entries)).toEqual(['Bullshit 1 waiting', 'chips 1 shown'])
    expect(shownIn(await phone.room())).toEqual(['chips 1 shown'])
    await mark('word', 'bullshit', 'shown')
    expect(shownIn(await phone.room())).toEqual(['Bullshit 1 shown', 'chips 1 shown'])
  })

  it('waits for approval where the poll says so, whoever sends it next', async () => {
    const { room, phone, mark } = await startHere()
    const bob = await joinRoom(room.url)
    await room.act('held', 'open')
    await phone.vote('held', ['panic', 'hype'])
    // Approved before the reveal, as a presenter does while people vote.
    expect((await mark('held', 'panic', 'shown')).status).toBe(200)
    await bob.vote('held', ['Panic!'])
    await room.act('held', 'close')
    const { polls } = await room.act('held', 'reveal')
    expect(short(polls.held?.entries)).toEqual(['Panic! 2 shown', 'hype 1 waiting'])
    expect(shownIn(await phone.room())).toEqual(['Panic! 2 shown'])
  })

  it('stays hidden over a restart, but not in the next round', async () => {
    const { room, phone, mark } = await startHere()
    await room.act('word', 'open')
    await phone.vote('word', ['hype'])
    await mark('word', 'hype', 'hidden')
    await room.close()
    const { room: again } = await startHere(`${room.folder}/room`)
    await again.act('word', 'close')
    expect(short((await again.act('word', 'reveal')).polls.word?.entries)).toEqual(['hype 1 hidden'])
    await again.act('word', 'reset')
    await again.act('word', 'open')
    const bob = await joinRoom(again.url)
    await bob.vote('word', ['hype'], 2)
    await again.act('word', 'close')
    await again.act('word', 'reveal')
    expect(shownIn(await bob.room())).toEqual(['hype 1 shown'])
  })
})

describe('a question', () => {
  it('reaches every phone with its support while the board is open', async () => {
    const { room, phone } = await startHere()
    const bob = await joinRoom(room.url)
    await room.act('board', 'open')
    const events = await readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: bob.cookie })
    await phone.vote('board', { ask: ['Why now?'], up: [] })
    await events.until(event => shownIn(event).join() === 'Why now? 1 shown')
    await bob.vote('board', { ask: [], up: [entryId('Why now?')] })
    await events.until(event => shownIn(event).join() === 'Why now? 2 shown')
    // Support counts once, however often it is sent, and can be taken back.
    await bob.vote('board', { ask: [], up: [entryId('Why now?'), entryId('Why now?')] })
    expect(shownIn(await phone.room())).toEqual(['Why now? 2 shown'])
    await bob.vote('board', { ask: [], up: [] })
    expect(shownIn(await phone.room())).toEqual(['Why now? 1 shown'])
    expect(await phone.room()).toMatchObject({ tally: { people: 1 } })
  })

  it('takes the spotlight from another, is marked answered, and reaches every phone at once', async () => {
    const { room, phone, mark } = await startHere()
    await room.act('board', 'open')
    await phone.vote('board', { ask: ['Why now?', 'Who pays?', 'What next?'], up: [] })
    const events = await readEvents<RoomState>(`${room.url}/api/room/events`)
    const seen: string[][] = []
    for (const [text, state] of [
      ['What next?', 'spotlight'],
      ['Who pays?', 'spotlight'],
      ['Who pays?', 'answered'],
      ['What next?', 'hidden'],
    ] as const) {
      const { seq } = await phone.room()
      expect((await mark('board', text, state)).status).toBe(200)
      seen.push(shownIn(await events.until(event => event.seq === seq + 1)))
    }
    expect(seen).toEqual([
      ['What next? 1 spotlight', 'Who pays? 1 shown', 'Why now? 1 shown'],
      ['Who pays? 1 spotlight', 'What next? 1 shown', 'Why now? 1 shown'],
      ['What next? 1 shown', 'Why now? 1 shown', 'Who pays? 1 answered'],
      ['Why now? 1 shown', 'Who pays? 1 answered'],
    ])
  })
})

describe('the state of an entry', () => {
  let here: Awaited<ReturnType<typeof startHere>>
  beforeAll(async () => {
    here = await startHere(undefined, atEnd)
    await here.room.act('board', 'open')
    await here.phone.vote('board', { ask: ['Why now?'], up: [] })
  })

  it.each(ENTRY_STATES)('may be %s, and setting it again changes nothing', async (state) => {
    const { phone, mark } = here
    const { polls } = await (await mark('board', 'Why now?', state)).json() as StageState
    expect(short(polls.board?.entries)).toEqual([`Why now? 1 ${state}`])
    const { seq } = await phone.room()
    expect((await mark('board', 'Why now?', state)).status).toBe(200)
    expect((await phone.room()).seq).toBe(seq)
  })

  it.each<[name: string, poll: string, text: string, state: string]>([
    ['a state that there is not', 'board', 'Why now?', 'approved'],
    ['a state named like a property of every object', 'board', 'Why now?', 'constructor'],
    ['an entry that nobody sent', 'board', 'Why not?', 'shown'],
    ['an entry of another poll', 'word', 'Why now?', 'hidden'],
    ['a poll without entries', 'pick', 'Why now?', 'hidden'],
    ['a poll that there is not', 'nope', 'Why now?', 'hidden'],
  ])('is 404 for %s', async (_, poll, text, state) => {
    const { phone, mark } = here
    const { seq } = await phone.room()
    const response = await mark(poll, text, state)
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: { code: 'not-found', message: 'There is no such entry, or entries do not come into that state.' } },
    ])
    expect((await phone.room()).seq).toBe(seq)
  })
})
