import type { MoreEntries, RoomState, StageState } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { entryId } from '../../src/polls/entries/group.ts'
import { entryPath, moreEntriesPath } from '../../src/polls/protocol.ts'
import { EVERY_KIND } from './support/everyKind.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const POLLS = EVERY_KIND.replace('kind: questions, question: What would you ask?', '$& , anytime: true')
const start = () => startRoom({ polls: pollsFile(tempFolder(), POLLS) })
const asks = (text: string) => ({ ask: [text], up: [] })

describe('a board that takes questions at any time', () => {
  it('takes them while there is no poll, while another is open, and while that one is over', async () => {
    const room = await start()
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    expect(await ann.room()).toMatchObject({
      poll: null,
      ask: { poll: { id: 'board', max: 3, anytime: true }, round: 1 },
      mine: null,
      mineAsked: null,
    })
    expect((await ann.vote('board', asks('Why now?'))).status).toBe(200)
    await room.act('pick', 'open')
    expect((await bob.vote('pick', ['run'])).status).toBe(200)
    expect((await bob.vote('board', asks('Who pays?'))).status).toBe(200)
    expect(await bob.room()).toMatchObject({ poll: { id: 'pick' }, mine: ['run'], mineAsked: asks('Who pays?') })
    for (const action of ['close', 'reveal'] as const)
      await room.act('pick', action)
    // One ballot: the second replaces the first.
    expect((await ann.vote('board', { ask: ['Why now?', 'What next?'], up: [] })).status).toBe(200)

    await room.act('board', 'open')
    const state = await ann.room()
    const mine = { ask: ['Why now?', 'What next?'] }
    expect(state).toMatchObject({ poll: { id: 'board' }, tally: { people: 2 }, mine })
    expect([state.ask, state.mineAsked]).toEqual([undefined, undefined])
  })

  it('shows nobody but the presenter what was asked before its slide comes', async () => {
    const room = await start()
    const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
    const wall = await readEvents<StageState>(`${room.url}/api/stage/events`, {
      Authorization: `Bearer ${room.keys.wall}`,
    })
    const phone = await readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: bob.cookie })
    await ann.vote('board', asks('Why now?'))
    await room.act('pick', 'open')
    await wall.until(({ current, polls }) => current === 'pick' && polls.board?.answered === 1)
    await phone.until(({ poll }) => poll?.id === 'pick')
    const more = await (await fetch(`${room.url}${moreEntriesPath('board')}?count=100`)).text()
    for (const seen of [wall.text(), phone.text(), more, JSON.stringify(await bob.room())]) {
      expect(seen).not.toContain('Why now')
      expect(seen).not.toContain(entryId('Why now?'))
    }
    const stage = await (await room.stage('POST', '/api/stage/polls/pick/close')).json() as StageState
    expect(stage.polls.board).toMatchObject({ phase: 'idle', answered: 1, entryCounts: { shown: 1 } })
  })

  it('takes none while phones show that it is closed, and some again once the talk goes on', async () => {
    const room = await start()
    const ann = await joinRoom(room.url)
    await room.act('board', 'open')
    await room.act('board', 'close')
    expect((await ann.vote('board', asks('Why now?'))).status).toBe(409)
    expect((await ann.room()).ask).toBeUndefined()
    await room.act('pick', 'open')
    expect((await ann.vote('board', asks('Why now?'))).status).toBe(200)
    // Its round is its own.
    expect((await ann.vote('board', asks('Why now?'), 2)).status).toBe(409)
    await room.act('pick', 'close')
    await room.act('board', 'reset')
    expect(await ann.room()).toMatchObject({ poll: { id: 'board' }, phase: 'idle', ask: { round: 2 }, mineAsked: null })
    expect((await ann.vote('board', asks('And now?'), 2)).status).toBe(200)
  })

  it('begins a new round for a new audience, also where its slide never came', async () => {
    const room = await start()
    const ann = await joinRoom(room.url)
    await ann.vote('board', asks('Of yesterday?'))
    const state = await (await room.stage('POST', '/api/stage/begin-anew')).json() as StageState
    expect(state.polls.board).toMatchObject({ round: 2, answered: 0 })
    expect(await ann.room()).toMatchObject({ ask: { round: 2 }, mineAsked: null })
    // Nothing to begin anew.
    const again = await (await room.stage('POST', '/api/stage/begin-anew')).json() as StageState
    expect(again.polls.board?.round).toBe(2)
  })

  it('does not make another board or kind take anything', async () => {
    const room = await startRoom({ polls: pollsFile(tempFolder(), EVERY_KIND) })
    const ann = await joinRoom(room.url)
    expect((await ann.room()).ask).toBeUndefined()
    expect((await ann.vote('board', asks('Why now?'))).status).toBe(409)
  })
})

describe('the questions beyond those that a tally lists', () => {
  it('reach every phone, without what waits or is hidden, while phones show the board', async () => {
    const room = await start()
    await room.act('board', 'open')
    const slips = Array.from({ length: 70 }, (_, i) => ({ answer: asks(`Question ${10_000 + i}?`), people: 1 }))
    await room.stage('PUT', '/api/stage/polls/board/paper', { round: 1, slips })
    const more = async (count: number) => {
      const response = await fetch(`${room.url}${moreEntriesPath('board')}?count=${count}`)
      return { status: response.status, ...await response.json() as Partial<MoreEntries> }
    }
    const { tally } = await (await joinRoom(room.url)).room()
    const listed = tally && 'entries' in tally ? tally : undefined
    expect([listed?.entries.length, listed?.more]).toEqual([50, { shown: 20, answered: 0 }])
    expect((await more(2)).entries?.map(({ text }) => text)).toEqual(['Question 10050?', 'Question 10051?'])
    expect((await more(5000)).entries?.length).toBe(20)
    await room.stage('POST', entryPath('board', entryId('Question 10065?'), 'hidden'))
    expect(JSON.stringify(await more(5000))).not.toContain('10065')
    expect((await more(5000)).entries?.length).toBe(19)
    for (const count of [0, -1, 5001, 1.5])
      expect((await more(count)).status).toBe(400)
    await room.act('pick', 'open')
    expect((await more(5)).status).toBe(409)
  })
})
