import type { Answer } from '../../src/polls/protocol.ts'
import type { SoloContent } from '../../src/polls/solo.ts'
import type { Results } from '../../src/room/results.ts'
import type { TestRoom } from './support/testRoom.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { contentData } from '../../setup/vite/contentData.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { readSession } from '../../src/room/sessionResults.ts'
import { runNode } from '../support/run.ts'
import { stage } from './support/roomProcess.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const OPTIONS = 'options: [{ id: a, text: A }, { id: b, text: B }]'
const POLLS = `
- { id: talked, kind: choice, question: Which?, ${OPTIONS}, answer: [b], discuss: 60 }
- { id: before, kind: choice, question: Which?, ${OPTIONS} }
- { id: after, kind: choice, question: And now?, pair: before, ${OPTIONS} }
- { id: words, kind: words, question: Words? }
- { id: left-alone, kind: scale, question: How?, labels: [No, Yes] }
`

interface Held extends TestRoom {
  /** Opens the poll, lets a new phone cast each ballot, and closes it. */
  vote: (poll: string, answers: Answer[], round?: number) => Promise<void>
  /** Ends the session. */
  brought: () => Promise<NonNullable<SoloContent['session']>>
}

async function hold(): Promise<Held> {
  const polls = pollsFile(tempFolder(), POLLS)
  const room = await startRoom({ polls, session: 'Tuesday' })
  const phones = await Promise.all(Array.from({ length: 5 }, () => joinRoom(room.url)))
  return {
    ...room,
    async vote(poll, answers, round) {
      await room.act(poll, 'open')
      await Promise.all(answers.map((answer, i) => phones[i]?.vote(poll, answer, round)))
      await room.act(poll, 'close')
    },
    async brought() {
      await room.close()
      return readSession(readPolls(polls), join(room.folder, 'room', 'room.sqlite'), 'Tuesday')
    },
  }
}
const tally = (a: number, b: number) => ({ kind: 'choice', people: a + b, counts: { a, b } })

describe('readSession', () => {
  it('reads the last answered round of each poll, and nothing of a poll without answers', async () => {
    const room = await hold()
    await room.vote('before', [['a'], ['b']])
    await room.act('before', 'reset')
    await room.vote('before', [['b'], ['b'], ['a']], 2)
    await room.act('before', 'reset')
    await room.act('left-alone', 'open')
    const { name, began, polls } = await room.brought()
    expect(name).toBe('Tuesday')
    expect(Math.abs(Date.parse(began ?? '') - Date.now())).toBeLessThan(60_000)
    expect(polls).toEqual({ before: { tally: tally(1, 2) } })
  })

  it('reads both votes of a poll that was discussed', async () => {
    const room = await hold()
    await room.vote('talked', [['a'], ['a'], ['b']])
    await room.act('talked', 'discuss')
    await room.vote('talked', [['a'], ['b'], ['b']], 2)
    expect((await room.brought()).polls).toEqual({ talked: { tally: tally(1, 2), earlier: tally(2, 1) } })
  })

  it('reads the moves from one poll to its pair', async () => {
    const room = await hold()
    await room.vote('before', [['a'], ['a'], ['a'], ['b'], ['b']])
    await room.vote('after', [['b'], ['a'], ['b'], ['b'], ['b']])
    const { after } = (await room.brought()).polls
    expect(after?.tally).toEqual(tally(1, 4))
    expect(after?.moves).toMatchObject({ people: 5, moved: 2 })
  })

  it('reads the round before when nobody voted in the new one', async () => {
    const room = await hold()
    await room.vote('before', [['a'], ['a'], ['a'], ['b'], ['b']])
    await room.vote('after', [['b'], ['a'], ['b'], ['b'], ['b']])
    await room.act('before', 'reset')
    const { before, after } = (await room.brought()).polls
    expect(before?.tally).toEqual(tally(3, 2))
    expect(after?.moves).toMatchObject({ people: 5, moved: 2 })
  })

  it('reads no voter and no word that the presenter hid or never showed', async () => {
    const room = await hold()
    await room.vote('words', [['fine'], ['quite well'], ['shit']])
    const { polls, ballots } = await stage<Results>(room.url, room.stageKey, 'results.json')
    const shown = polls.find(poll => poll.id === 'words')?.rounds[0]?.tally
    const entry = shown?.kind === 'words' ? shown.entries.find(entry => entry.text === 'quite well')?.id : undefined
    await stage(room.url, room.stageKey, `polls/words/entries/${entry}/hidden`, 'POST')

    const text = JSON.stringify(await room.brought())
    expect(text).toContain('fine')
    expect(['quite well', 'shit', ...ballots.map(ballot => ballot.voter)].filter(name => text.includes(name))).toEqual(
      [],
    )
  })
})

describe('a deck with the results of a session', () => {
  const session: NonNullable<SoloContent['session']> = {
    name: 'Tuesday',
    began: null,
    polls: { talked: { tally: { kind: 'choice', people: 3, counts: { a: 1, b: 2 } } } },
  }

  /** The results as the deck's code reads them, from the file that the build wrote. */
  async function bundled(env: Record<string, string> = {}): Promise<SoloContent> {
    const deck = tempFolder()
    pollsFile(deck, POLLS)
    const results = join(deck, 'results.json')
    writeFileSync(results, JSON.stringify(session))
    vi.stubEnv('ROOM_INTERNAL_URL', env.ROOM_INTERNAL_URL)
    vi.stubEnv('DECK_RESULTS', env.DECK_RESULTS === undefined ? undefined : results)
    const server = await createServer({
      root: deck,
      configFile: false,
      logLevel: 'silent',
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true },
      plugins: [contentData(deck)],
    })
    onTestFinished(async () => {
      vi.unstubAllEnvs()
      await server.close()
    })
    return (await server.ssrLoadModule('virtual:solo') as { default: SoloContent }).default
  }

  it('contains them beside the right answers', async () => {
    expect(await bundled({ DECK_RESULTS: 'yes' })).toEqual({
      solutions: expect.objectContaining({ talked: { right: ['b'] } }),
      session,
    })
  })

  it('contains none where no session is named', async () => {
    expect(await bundled()).toEqual({ solutions: expect.objectContaining({ talked: { right: ['b'] } }) })
  })

  it('contains neither results nor right answers when it runs with a room', async () => {
    expect(await bundled({ DECK_RESULTS: 'yes', ROOM_INTERNAL_URL: 'http://127.0.0.1:1' })).toEqual({ solutions: {} })
  })

  it('is not built for a session that does not exist', async () => {
    expect(
      await runNode(['scripts/build.ts', '--session', '../Tuesday'], { ROOM_DATA: join(tempFolder(), 'none') }),
    ).toEqual({ code: 1, stdout: '', stderr: 'There is no session "../Tuesday"; none has been held yet.\n' })
  })
})
