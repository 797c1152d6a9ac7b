import type { Answer, RoomSnapshot } from '../../../src/polls/protocol.ts'
import { expect } from 'vitest'
import { joinRoom } from './testRoom.ts'

const IDS = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8']

const OPTIONS = IDS.map(id => `{ id: ${id}, text: ${id} }`).join(', ')
/** One poll with 255 possible answers, so that every ballot of a phone differs from its others. */
export const FICKLE_POLLS = `- { id: mind, kind: choice, question: Which?, several: true, options: [${OPTIONS}] }\n`

const answerOf = (n: number) => IDS.filter((_, bit) => n & (1 << bit))
const numberOf = (answer: Answer | null) =>
  (Array.isArray(answer) ? answer : []).reduce((sum, id) => sum + (1 << IDS.indexOf(id)), 0)

export interface Voter {
  cookie: string
  /** Number of the last ballot that was sent; they count from 1. */
  sent: number
  /** Number of the last ballot that was acknowledged, or 0. */
  acked: number
}

export async function joinVoters(url: string, count: number): Promise<Voter[]> {
  const phones = await Promise.all(Array.from({ length: count }, () => joinRoom(url)))
  return phones.map(({ cookie }) => ({ cookie, sent: 0, acked: 0 }))
}

/**
 * Lets every voter send ballot after ballot, each as soon as the one before is answered, until the server is gone or
 * refuses one.
 *
 * @param onAck called after each acknowledgement with their number so far
 */
export async function voteWildly(
  url: string,
  voters: Voter[],
  round: number,
  onAck: (total: number) => void,
): Promise<void> {
  let total = 0
  await Promise.all(voters.map(async (voter) => {
    for (;;) {
      voter.sent++
      const status = await fetch(`${url}/api/polls/mind/ballot`, {
        method: 'PUT',
        headers: { 'Cookie': voter.cookie, 'Content-Type': 'application/json' },
        body: JSON.stringify({ round, answer: answerOf(voter.sent) }),
      }).then(response => response.status, () => 0)
      if (status !== 200)
        return
      voter.acked = voter.sent
      onAck(++total)
    }
  }))
}

/**
 * Expects the room to have each voter's last acknowledged ballot, or one that was sent later.
 *
 * @returns of how many voters it has one
 */
export async function expectKept(url: string, voters: Voter[], round: number): Promise<number> {
  const rooms = await Promise.all(
    voters.map(
      async ({ cookie }) =>
        (await (await fetch(`${url}/api/room`, { headers: { Cookie: cookie } })).json()) as RoomSnapshot,
    ),
  )
  for (const [index, voter] of voters.entries()) {
    const kept = numberOf(rooms[index]?.mine ?? null)
    expect(rooms[index]).toMatchObject({ phase: 'open', round })
    expect(kept, `acknowledged ${voter.acked}, sent ${voter.sent}`).toBeGreaterThanOrEqual(voter.acked)
    expect(kept).toBeLessThanOrEqual(voter.sent)
  }
  return rooms.filter(room => room.mine !== null).length
}
