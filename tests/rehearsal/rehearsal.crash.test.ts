import type { Results } from '../../src/room/results.ts'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it, onTestFailed, onTestFinished } from 'vitest'
import { createRandom } from '../../src/polls/random.ts'
import { createAudience } from '../../src/rehearsal/audience.ts'
import { compareKept } from '../room/support/compareKept.ts'
import { AN_ANSWER, EVERY_KIND } from '../room/support/everyKind.ts'
import { followStage } from '../room/support/followStage.ts'
import { portToKeep } from '../room/support/portToKeep.ts'
import { spawnRoom, stage } from '../room/support/roomProcess.ts'
import { pollsFile, tempFolder } from '../room/support/testRoom.ts'

/**
 * A small hall, so that the suite stays quick; `npm run bench -- crash` fills a large one and kills the room ten times.
 */
const PEOPLE = Number(process.env.REHEARSAL_PEOPLE) || 120
const KILLS = Number(process.env.REHEARSAL_KILLS) || 3
/** People think in tenths of a second: many ballots are on their way whenever the room dies. */
const PACE = 0.04
/** How long a phone may stay away is for the benchmark to say: here nothing but this test may be running, or a lot. */
const PATIENCE_MS = 60_000
const KEY = 'a-key-for-the-crash-test'
const POLLS = Object.keys(AN_ANSWER)

it(`loses nothing of ${PEOPLE} voters over ${KILLS} kills`, async () => {
  const seed = Number(process.env.REHEARSAL_SEED) || Math.floor(Math.random() * 1e6)
  onTestFailed(() => console.error(`Again with REHEARSAL_SEED=${seed}.`))
  const random = createRandom(seed, 'kills')
  const [folder, port] = [tempFolder(), await portToKeep()]
  const data = join(folder, 'room')
  const env = {
    ROOM_HOST: '127.0.0.1',
    ROOM_DATA: data,
    ROOM_POLLS: pollsFile(folder, EVERY_KIND),
    ROOM_STAGE_KEY: KEY,
  }
  const start = () => spawnRoom(env, ['--port', String(port)])

  let room = start()
  const url = await room.ready
  const act = (poll: string, action: string) => stage(url, KEY, `polls/${poll}/${action}`, 'POST')
  const deck = followStage(url, KEY)
  const audience = createAudience({ url, people: PEOPLE, seed, pace: PACE })
  onTestFinished(() => audience.close())
  const keptNow = () => compareKept(audience, data, () => stage<Results>(url, KEY, 'results.json'))
  await audience.until(counts => counts.joined === PEOPLE, PATIENCE_MS)

  let [slowest, inFlight] = [0, 0]
  for (let kill = 0; kill < KILLS; kill++) {
    const poll = POLLS[kill % POLLS.length] ?? ''
    if (kill >= POLLS.length)
      await act(poll, 'reset')
    await act(poll, 'open')

    const enough = audience.counts().acknowledged + Math.floor((0.3 + 0.4 * random.next()) * PEOPLE)
    await audience.until(counts => counts.acknowledged >= enough, PATIENCE_MS)
    room.kill('SIGKILL')
    const killed = performance.now()
    inFlight += audience.counts().sending
    expect((await room.exited).signal).toBe('SIGKILL')

    room = start()
    await room.ready
    const ready = performance.now()
    await audience.until(counts => counts.oldestStream > killed, PATIENCE_MS)
    slowest = Math.max(slowest, performance.now() - ready)
    expect((await keptNow()).missing).toEqual([])
  }

  await act(POLLS[0] ?? '', 'open').then(() => audience.until(counts => counts.sending === 0, PATIENCE_MS))
  const { acknowledged, missing } = await keptNow()
  const { lost, retried } = audience.counts()
  expect({ missing, lost, losses: deck.losses() }).toEqual({ missing: [], lost: 0, losses: [] })
  // Or it would have been no test of anything.
  expect(acknowledged).toBeGreaterThan(KILLS * PEOPLE / 4)
  expect(retried).toBeGreaterThan(0)
  expect(deck.connections()).toBe(KILLS + 1)
  console.log(
    JSON.stringify({
      people: PEOPLE,
      kills: KILLS,
      seed,
      acknowledged,
      inFlight,
      retried,
      backMs: Math.round(slowest),
    }),
  )
})
