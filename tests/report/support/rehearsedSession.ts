import type { AtEnd } from '../../room/support/testRoom.ts'
import { createAudience } from '../../../src/rehearsal/audience.ts'
import { startRoom } from '../../room/support/testRoom.ts'

const CLAIMS = '[{ id: so, text: It is }, { id: not, text: It is not }, { id: partly, text: In part }]'
const LETTERS = '[{ id: a, text: Alpha }, { id: b, text: Beta }, { id: c, text: Gamma }]'
const AXES = 'across: { name: Evidence, ends: [little, much] }, up: { name: Impact, ends: [small, large] }'

/** Ids of the options that are right, by quiz. */
export const RIGHT: Record<string, string> = { first: 'so', second: 'not', third: 'partly' }

/** A poll of each kind, a pair of them, and as many quizzes as a curve needs. */
export const POLLS = `
- { id: word, kind: words, question: Which words come first?, max: 3 }
- { id: before, kind: choice, question: What explains it?, options: ${CLAIMS} }
- { id: first, kind: choice, question: Is it so?, answer: [so], confidence: true, options: ${CLAIMS}, discuss: 60 }
- { id: second, kind: choice, question: And is that so?, answer: [not], confidence: true, options: ${CLAIMS} }
- { id: third, kind: choice, question: And this?, answer: [partly], confidence: true, options: ${CLAIMS} }
- { id: many, kind: choice, question: Which ones?, several: true, options: ${LETTERS} }
- { id: point, kind: scale, question: How well does it fit?, labels: [Not at all, Perfectly] }
- { id: cost, kind: estimate, question: What did it cost?, unit: usd-million, min: 1, max: 10000, reference: 60 }
- { id: order, kind: rank, question: In which order?, options: ${LETTERS} }
- { id: stake, kind: points, question: How much for each?, options: ${LETTERS} }
- { id: plane, kind: grid, question: Where does it lie?, ${AXES}, items: ${LETTERS} }
- { id: after, kind: choice, question: And what explains it now?, pair: before, options: ${CLAIMS} }
- { id: board, kind: questions, question: What would you ask? }
`

export const ALL_POLLS = [...POLLS.matchAll(/id: (\w+), kind/g)].map(([, id = '']) => id)

export interface Rehearsed {
  session: string
  people: number
  seed: number
  /** Ids of the polls that are asked, in their order. */
  asked: string[]
}

/**
 * Holds a session with a rehearsed audience in a real room, and closes it.
 *
 * @param data folder of the database
 * @param polls path of the polls file
 */
export async function rehearse(
  data: string,
  polls: string,
  { session, people, seed, asked }: Rehearsed,
  atEnd: AtEnd,
): Promise<void> {
  const room = await startRoom({ polls, data, session, attendanceEveryMs: 200 }, atEnd)
  const audience = createAudience({ url: room.url, people, seed, pace: 0.02 })
  atEnd(() => audience.close())
  await audience.until(counts => counts.joined === people, 60_000)
  const vote = async (poll: string) => {
    const before = audience.counts().acknowledged
    await room.act(poll, 'open')
    await audience.until(counts => counts.acknowledged >= before + people * 0.6, 60_000)
    await room.act(poll, 'close')
  }
  for (const poll of asked) {
    await vote(poll)
    if (poll === 'first') {
      await room.act(poll, 'discuss')
      await vote(poll)
    }
    await room.act(poll, 'reveal')
    if (poll in RIGHT || poll === 'cost')
      await room.act(poll, 'solve')
  }
  audience.close()
  await room.close()
}
