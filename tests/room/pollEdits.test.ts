import type { Answer, PublicPoll, RoomSnapshot, RoomState, StageState } from '../../src/polls/protocol.ts'
import type { TestRoom } from './support/testRoom.ts'
import { renameSync, rmSync, unwatchFile, watchFile, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { parse, stringify } from 'yaml'
import { checkAnswer } from '../../src/polls/kinds/rules.ts'
import { ADHOC_PATH } from '../../src/polls/protocol.ts'
import { AN_ANSWER, EVERY_KIND } from './support/everyKind.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, POLLS, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

interface WatchingRoom extends TestRoom {
  path: string
  /** What the terminal says. */
  notices: string[]
  write: (yaml: string) => void
}

/** A room that follows its polls file. */
async function startWatchingRoom(): Promise<WatchingRoom> {
  const folder = tempFolder()
  const path = pollsFile(folder)
  const notices: string[] = []
  const room = await startRoom({ polls: path, onNotice: sentence => notices.push(sentence) })
  return {
    ...room,
    path,
    notices,
    // As editors save: beside the file, then in its place.
    write(yaml) {
      writeFileSync(join(folder, '.polls.yaml.swp'), yaml)
      renameSync(join(folder, '.polls.yaml.swp'), path)
    },
  }
}

const NEW_TEXT = POLLS.replace('What did it pay for?', 'What did it buy?').replace('text: One run', 'text: A run')

const stageOf = async (room: TestRoom) => readEvents<StageState>(`${room.url}/api/stage/events`, {
  Authorization: `Bearer ${room.stageKey}`,
})
/** Does something to the file until it was seen: watchers of one file in one process are told together. */
async function untilSeen(path: string, change: () => void): Promise<void> {
  let isSeen = false
  const onChange = () => isSeen = true
  watchFile(path, onChange)
  await vi.waitFor(() => {
    change()
    expect(isSeen).toBe(true)
  }, 20_000)
  unwatchFile(path, onChange)
}

describe('polls.yaml that is changed while the room runs', () => {
  it('brings another wording to phones that are voting, and keeps their ballots', async () => {
    const room = await startWatchingRoom()
    await room.act('bill', 'open')
    const ann = await joinRoom(room.url)
    const events = await readEvents<RoomState>(`${room.url}/api/room/events`, { Cookie: ann.cookie })
    expect((await ann.vote('bill', ['run'])).status).toBe(200)
    room.write(NEW_TEXT)
    const { poll } = await events.until(state => state.poll?.question === 'What did it buy?')
    expect(poll).toMatchObject({ options: [{ id: 'run', text: 'A run' }, { id: 'all', text: 'Everything' }] })
    expect(await ann.room()).toMatchObject({ mine: ['run'], phase: 'open', round: 1 })
    await expect.poll(() => room.notices).toEqual([
      'polls.yaml was changed, and the room has taken over "bill".',
    ])
  })

  it('leaves alone what the presenter has typed, which is in no file and over any slide', async () => {
    const room = await startWatchingRoom()
    const ann = await joinRoom(room.url)
    await room.stage('POST', ADHOC_PATH, { question: 'Coffee now?', options: ['Yes', 'Later'] })
    expect((await ann.vote('adhoc-1', ['option-1'])).status).toBe(200)
    room.write(NEW_TEXT)
    await expect.poll(() => room.notices).toEqual([
      'polls.yaml was changed, and the room has taken over "bill".',
    ])
    expect(await room.closeUnseen(new Set(['bill']))).toEqual([])
    const after = await room.act('adhoc-1', 'close')
    expect(after.refused).toBeUndefined()
    expect(after).toMatchObject({ adhoc: [{ id: 'adhoc-1' }], polls: { 'adhoc-1': { answered: 1, phase: 'closed' } } })
  })

  it('brings a new poll, and takes away one that nobody has answered', async () => {
    const room = await startWatchingRoom()
    const stage = await stageOf(room)
    room.write(POLLS.replaceAll('id: lenses', 'id: glasses'))
    const { polls } = await stage.until(state => state.polls.glasses !== undefined)
    expect(Object.keys(polls)).toEqual(['bill', 'glasses'])
    expect((await room.act('glasses', 'open')).polls.glasses?.phase).toBe('open')
    expect((await room.stage('POST', '/api/stage/polls/lenses/open')).status).toBe(404)
  })

  it('refuses what would spoil ballots, says so to the stage, and takes over the rest', async () => {
    const room = await startWatchingRoom()
    const stage = await stageOf(room)
    await room.act('bill', 'open')
    const ann = await joinRoom(room.url)
    await ann.vote('bill', ['run'])
    await room.act('bill', 'close')
    room.write(POLLS.replace('id: all', 'id: everything').replace('Which lenses?', 'Which ones?'))
    const { refused, seq } = await stage.until(state => state.refused !== undefined)
    expect(refused?.polls.bill).toMatchObject({
      why: expect.stringContaining('The poll "bill" in polls.yaml has another list of option ids'),
      kept: { options: [{ id: 'run', text: 'One run' }, { id: 'all', text: 'Everything' }] },
    })
    // What the author withholds stays on the server.
    expect(refused?.polls.bill?.kept).not.toHaveProperty('answer')
    await expect.poll(() => room.notices).toEqual([
      refused?.polls.bill?.why,
      'polls.yaml was changed, and the room has taken over "lenses".',
    ])
    expect((await room.act('bill', 'reveal')).polls.bill?.tally).toMatchObject({ counts: { run: 1, all: 0 } })

    room.write(POLLS)
    await stage.until(state => state.seq > seq && state.refused === undefined)
    await expect.poll(() => room.notices.slice(2)).toEqual([
      'polls.yaml was changed, and the room has taken over "lenses".',
    ])
  })

  it('refuses to change a poll in which people vote at this moment', async () => {
    const room = await startWatchingRoom()
    const stage = await stageOf(room)
    await room.act('bill', 'open')
    room.write(POLLS.replace('id: all', 'id: everything'))
    await stage.until(state => state.refused?.polls.bill !== undefined)
  })

  it('says that it no longer asks a poll without ballots that was deleted', async () => {
    const room = await startWatchingRoom()
    room.write(NEW_TEXT.slice(0, NEW_TEXT.indexOf('- id: lenses')))
    await expect.poll(() => room.notices).toEqual([
      'polls.yaml was changed, and the room has taken over "bill" and no longer asks "lenses".',
    ])
  })

  it('keeps a poll with ballots that was deleted', async () => {
    const room = await startWatchingRoom()
    const stage = await stageOf(room)
    await room.act('lenses', 'open')
    await (await joinRoom(room.url)).vote('lenses', ['tech'])
    room.write(POLLS.slice(0, POLLS.indexOf('- id: lenses')))
    const { refused, polls } = await stage.until(state => state.refused !== undefined)
    expect(refused?.polls.lenses?.why).toContain('is gone from polls.yaml')
    expect(polls.lenses?.answered).toBe(1)
  })

  it('keeps all polls while the file cannot be read, and says where', async () => {
    const room = await startWatchingRoom()
    const stage = await stageOf(room)
    room.write(POLLS.replace('kind: choice', 'kind: chioce'))
    const { refused, polls, seq } = await stage.until(state => state.refused?.file !== undefined)
    expect(refused?.file).toMatch(/^polls\.yaml:\d+: "bill", kind: must be choice/)
    expect(refused?.file).toMatch(/Until that is mended, the polls stay as they were\.$/)
    expect(Object.keys(polls)).toEqual(['bill', 'lenses'])
    expect(room.notices).toEqual([refused?.file])
    room.write(POLLS)
    await stage.until(state => state.seq > seq && state.refused === undefined)
    await expect.poll(() => room.notices.at(-1)).toBe('polls.yaml is in order again.')
  })

  it('thinks nothing of a file that is half-written or gone for a moment', async () => {
    const room = await startWatchingRoom()
    const stage = await stageOf(room)
    await untilSeen(room.path, () => writeFileSync(room.path, NEW_TEXT.slice(0, 60)))
    await untilSeen(room.path, () => rmSync(room.path, { force: true }))
    room.write(`${POLLS}- { id: more, kind: words, question: And what else? }\n`)
    const seen = await stage.until(state => state.polls.more !== undefined)
    expect(seen.refused).toBeUndefined()
    expect(room.notices.filter(sentence => !sentence.includes('taken over'))).toEqual([])
  })

  it('says that the file is gone when it does not come back', async () => {
    const room = await startWatchingRoom()
    const stage = await stageOf(room)
    rmSync(room.path)
    const { refused } = await stage.until(state => state.refused?.file !== undefined)
    expect(refused?.file).toBe('polls.yaml is gone: put it back; until then the polls stay as they were.')
  })
})

describe('an answer from before the room started again', () => {
  const polls = parse(EVERY_KIND) as { id: string }[]

  it.each([0, 1, 4, 7, 9])('is that of its phone only if it fits the poll of today: turned by %i', async (turn) => {
    const before = await startRoom({ polls: pollsFile(tempFolder(), EVERY_KIND) })
    const { cookie, vote } = await joinRoom(before.url)
    for (const { id } of polls) {
      await before.act(id, 'open')
      expect((await vote(id, AN_ANSWER[id]?.answer as Answer)).status).toBe(200)
    }
    await before.close()

    const turned = polls.map(({ id }, i) => ({ ...polls[(i + turn) % polls.length], id }))
    const after = await startRoom({
      polls: pollsFile(tempFolder(), stringify(turned)),
      data: join(before.folder, 'room'),
    })
    for (const { id } of polls) {
      await after.act(id, 'open')
      const response = await fetch(`${after.url}/api/room`, { headers: { Cookie: cookie } })
      const { poll, mine } = await response.json() as RoomSnapshot
      if (mine !== null)
        expect(checkAnswer(poll as PublicPoll, mine)).toEqual({ answer: mine })
      else
        expect(turn).not.toBe(0)
    }
  })
})

describe('polls that were left open', () => {
  it.each([
    ['has no slide any more', POLLS],
    ['is no longer in polls.yaml', POLLS.slice(POLLS.indexOf('- id: lenses'))],
  ])('are closed, ballots kept, when the one that is open %s', async (_, yaml) => {
    const room = await startRoom()
    await room.act('bill', 'open')
    await (await joinRoom(room.url)).vote('bill', ['run'])
    await room.close()
    const again = await startRoom({ polls: pollsFile(tempFolder(), yaml), data: join(room.folder, 'room') })
    expect(await again.closeUnseen(new Set(['lenses']))).toEqual(['bill'])
    // Nobody was asked yet whether to go on with this session.
    expect((await (await stageOf(again)).until(() => true)).resumed).toBe(1)
    expect(await again.closeUnseen(new Set(['lenses']))).toEqual([])
    expect((await (await joinRoom(again.url)).room()).phase).not.toBe('open')
    const { ballots } = await (await again.stage('GET', '/api/stage/results.json')).json() as { ballots: unknown[] }
    expect(ballots).toHaveLength(1)
  })

  it('stay open where their slide is', async () => {
    const room = await startRoom()
    await room.act('bill', 'open')
    expect(await room.closeUnseen(new Set(['bill']))).toEqual([])
    expect((await (await joinRoom(room.url)).room()).phase).toBe('open')
  })
})
