import type { Answer } from '../../src/polls/protocol.ts'
import type { Results } from '../../src/room/results.ts'
import type { TestRoom } from './support/testRoom.ts'
import { describe, expect, it } from 'vitest'
import { joinRoom, startRoom } from './support/testRoom.ts'

const get = (room: TestRoom, kind: 'json' | 'csv') =>
  fetch(`${room.url}/api/stage/results.${kind}`, { headers: { Authorization: `Bearer ${room.stageKey}` } })
const results = async (room: TestRoom) => await (await get(room, 'json')).json() as Results

const chosen = (answer: Answer): string[] => Array.isArray(answer) ? answer : []

/** Two phones, two rounds of one poll, one of the other. */
async function talk(room: TestRoom): Promise<void> {
  const [ann, bob] = [await joinRoom(room.url), await joinRoom(room.url)]
  await room.act('bill', 'open')
  await ann.vote('bill', ['run'])
  await ann.vote('bill', ['all'])
  await bob.vote('bill', ['all'])
  await room.act('bill', 'reset')
  await room.act('bill', 'open')
  await ann.vote('bill', ['run'], 2)
  await room.act('lenses', 'open')
  await bob.vote('lenses', ['world', 'tech'])
}

describe('the results', () => {
  it('contain every poll, round and ballot', async () => {
    const room = await startRoom({ session: 'Tuesday' })
    await talk(room)
    const { session, polls, ballots } = await results(room)
    expect(session).toBe('Tuesday')
    expect(polls).toEqual([
      {
        id: 'bill',
        kind: 'choice',
        question: 'What did it pay for?',
        phase: 'closed',
        right: ['run'],
        round: 2,
        rounds: [
          { round: 1, tally: { kind: 'choice', people: 2, counts: { run: 0, all: 2 } } },
          { round: 2, tally: { kind: 'choice', people: 1, counts: { run: 1, all: 0 } } },
        ],
      },
      {
        id: 'lenses',
        kind: 'choice',
        question: 'Which lenses?',
        phase: 'open',
        round: 1,
        rounds: [{ round: 1, tally: { kind: 'choice', people: 1, counts: { tech: 1, money: 0, world: 1 } } }],
      },
    ])
    const short = ballots.map(({ poll, round, answer }) => `${poll} ${round} ${chosen(answer).join('+')}`)
    expect(short.sort()).toEqual(['bill 1 all', 'bill 1 all', 'bill 2 run', 'lenses 1 tech+world'])
    expect(ballots.every(ballot => Math.abs(Date.parse(ballot.at ?? '') - Date.now()) < 60_000)).toBe(true)
  })

  it('name voters by pseudonyms, the same over all polls', async () => {
    const room = await startRoom()
    const phone = await joinRoom(room.url)
    for (const poll of ['bill', 'lenses']) {
      await room.act(poll, 'open')
      await phone.vote(poll, poll === 'bill' ? ['run'] : ['tech'])
    }
    const voters = (await results(room)).ballots.map(ballot => ballot.voter)
    expect(voters).toHaveLength(2)
    expect(new Set(voters).size).toBe(1)
    for (const part of phone.cookie.replace('voter=', '').split('.'))
      expect(voters[0]).not.toContain(part)
  })

  it('are available as CSV', async () => {
    const room = await startRoom({ session: 'Tuesday' })
    await talk(room)
    const response = await get(room, 'csv')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="results.csv"')
    const [head, ...rows] = (await response.text()).split('\r\n')
    expect(head).toBe('session,poll,round,voter,answer,sure,counted_at')
    expect(rows.pop()).toBe('')
    const { ballots } = await results(room)
    expect(rows).toEqual(
      ballots.map(({ poll, round, voter, answer, at }) =>
        ['Tuesday', poll, round, voter, chosen(answer).join(' | '), '', at].join(','),
      ),
    )
    expect(rows).toHaveLength(4)
  })

  it('are empty, not missing, for an untouched room', async () => {
    const room = await startRoom()
    const { polls, ballots } = await results(room)
    expect(polls.map(poll => poll.rounds)).toEqual([
      [{ round: 1, tally: { kind: 'choice', people: 0, counts: { run: 0, all: 0 } } }],
      [{ round: 1, tally: { kind: 'choice', people: 0, counts: { tech: 0, money: 0, world: 0 } } }],
    ])
    expect(ballots).toEqual([])
    expect(await (await get(room, 'csv')).text()).toBe('session,poll,round,voter,answer,sure,counted_at\r\n')
  })

  it('belong to one session, and another can begin on the same data', async () => {
    const monday = await startRoom({ session: 'Monday' })
    await talk(monday)
    const before = await results(monday)
    await monday.close()
    const data = `${monday.folder}/room`
    const tuesday = await startRoom({ session: 'Tuesday', data })
    expect((await results(tuesday)).ballots).toEqual([])
    await tuesday.act('bill', 'open')
    await tuesday.close()
    expect(await results(await startRoom({ session: 'Monday', data }))).toEqual(before)
  })

  it.each(['', ' ', '=cmd', '@x', 'a,b', 'a"b', 'a\nb', '-1', 'x'.repeat(61)])(
    'are kept for no session named %j',
    async (session) => {
      await expect(startRoom({ session })).rejects.toThrow(
        /is not a valid session name; use up to 60 letters, digits, spaces, dots or hyphens\.$/,
      )
    },
  )
})
