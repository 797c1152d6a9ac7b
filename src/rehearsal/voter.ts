import type { Answer, RoomState } from '../polls/protocol.ts'
import type { RoundId } from '../polls/round.ts'
import type { Person } from './people.ts'
import { roundKey, roundOf } from '../polls/round.ts'
import { answerTo, sameQuestion } from './answers.ts'
import { thinkingTime } from './thinking.ts'

export interface VoterOptions {
  person: Person
  /** Times are multiplied by it. */
  pace: number
  onAnswer: (round: RoundId, answer: Answer) => void
}

export interface Voter {
  /** Begins to think when voting opens, and stops when it closes. */
  follow: (state: RoomState) => void
  stop: () => void
}

/** A person in front of their phone: thinks about the poll that is open, answers, and at times thinks again. */
export function createVoter({ person, pace, onAnswer }: VoterOptions): Voter {
  /** The last answer to each question, which is the same in a poll that is asked twice. */
  const answers = new Map<string, Answer>()
  /** Answers given so far, by round. */
  const turns = new Map<string, number>()
  let state: RoomState | undefined
  let thinkingAbout = ''
  let timer: NodeJS.Timeout | undefined

  function think(round: RoundId) {
    const turn = turns.get(roundKey(round)) ?? 0
    const ms = state?.poll ? thinkingTime(person, state.poll, round.round, turn) : undefined
    if (ms === undefined)
      return
    timer = setTimeout(() => {
      turns.set(roundKey(round), turn + 1)
      answer(round, turn)
      think(round)
    }, ms * pace)
  }

  function answer(round: RoundId, turn: number) {
    if (!state?.poll)
      return
    const question = sameQuestion(state.poll, round.round)
    const board = state.tally?.kind === 'questions' ? state.tally.entries : undefined
    const before = answers.get(question)
    const given = answerTo(person, state.poll, { round: round.round, turn, before, board })
    answers.set(question, given)
    onAnswer(round, given)
  }

  return {
    follow(next) {
      state = next
      const round = next.phase === 'open' ? roundOf(next) : undefined
      const key = round ? roundKey(round) : ''
      if (key === thinkingAbout)
        return
      clearTimeout(timer)
      thinkingAbout = key
      if (round)
        think(round)
    },
    stop: () => clearTimeout(timer),
  }
}
