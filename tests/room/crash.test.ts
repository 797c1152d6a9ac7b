import type { Results } from '../../room/results.ts'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { expectKept, FICKLE_POLLS, joinVoters, voteWildly } from './fickleVoters.ts'
import { pollsFile, tempFolder } from './helpers.ts'
import { spawnRoom, stage } from './roomProcess.ts'

const ROUNDS = 5
const PHONES = 40
const KEY = 'a-key-for-the-crash-test'

it(`keeps every acknowledged ballot over ${ROUNDS} kills in the middle of a vote`, async () => {
  const folder = tempFolder()
  const env = { ROOM_HOST: '127.0.0.1', ROOM_DATA: join(folder, 'room'), ROOM_POLLS: pollsFile(folder, FICKLE_POLLS), ROOM_STAGE_KEY: KEY }
  const people: number[] = []
  let room = spawnRoom(env)
  let url = await room.ready

  for (let round = 1; round <= ROUNDS; round++) {
    if (round > 1)
      await stage(url, KEY, 'polls/mind/reset', 'POST')
    await stage(url, KEY, 'polls/mind/open', 'POST')
    const voters = await joinVoters(url, PHONES)

    // Each phone may send twenty ballots at once, so half of all is well within.
    const last = 1 + Math.floor(Math.random() * PHONES * 10)
    let acks = 0
    let inFlight = 0
    await voteWildly(url, voters, round, (total) => {
      acks = total
      if (total === last) {
        room.kill('SIGKILL')
        inFlight = voters.filter(it => it.sent > it.acked).length
      }
    })
    expect(acks).toBeGreaterThanOrEqual(last)
    expect(inFlight).toBeGreaterThan(0)
    expect((await room.exited).signal).toBe('SIGKILL')

    room = spawnRoom(env)
    url = await room.ready
    people.push(await expectKept(url, voters, round))
  }

  const { polls, ballots } = await stage<Results>(url, KEY, 'results.json')
  expect(polls[0]).toMatchObject({ phase: 'open', round: ROUNDS })
  expect(polls[0]?.rounds.map(it => it.tally.people)).toEqual(people)
  expect(ballots).toHaveLength(people.reduce((sum, n) => sum + n))
})
