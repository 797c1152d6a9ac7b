import type { Poll } from '../../src/polls/pollsFile.ts'
import type { Entry, Phase, StagePoll, StageState, Tally } from '../../src/polls/protocol.ts'
import { countOf } from '../../src/polls/counting.ts'
import { forRoom } from '../../src/polls/entries/onScreen.ts'
import { hasAnswer, solutionOf } from '../../src/polls/pollsFile.ts'
import { areResultsShown } from '../../src/polls/sharedRules.ts'
import { answerTo } from '../../src/rehearsal/answers.ts'
import { personOf } from '../../src/rehearsal/people.ts'

/** A state in which the wall can stand: a phase of a poll, after so many votes. */
export interface WallState {
  label: string
  poll: Poll
  phase: Phase
  /** 2 after a discussion. */
  round: number
}

/** The same room each time. */
const SEED = 5
/** So many of those who are here have answered. */
const ANSWERED_SHARE = 0.93

/** Every state that the wall has for a poll: open, with the results, with the answer, and after a discussion. */
export function wallStates(poll: Poll): WallState[] {
  const state = (phase: Phase, round = 1) => {
    const label = [poll.id, phase, round > 1 ? 'again' : ''].filter(part => part !== '').join(' ')
    return { label, poll, phase, round }
  }
  const shown: Phase[] = hasAnswer(poll) ? ['revealed', 'solved'] : ['revealed']
  const twice = 'discuss' in poll && poll.discuss !== undefined
  return [state('open'), ...shown.map(phase => state(phase)), ...twice ? shown.map(phase => state(phase, 2)) : []]
}

/** What the room would send to the deck, had so many rehearsed people answered. */
export function rehearsedStage({ poll, phase, round }: WallState, people: number): StageState {
  const answered = Math.round(people * ANSWERED_SHARE)
  const count = (ofRound: number) => countRehearsed(poll, answered, ofRound)
  const { tally } = count(round)
  const shown = areResultsShown(phase) || poll.kind === 'questions'
  const state: StagePoll = {
    id: poll.id,
    phase,
    round,
    answered: tally.people,
    ...shown && { tally },
    ...shown && round > 1 && { earlier: count(1).tally },
    ...phase === 'solved' && solutionOf(poll),
  }
  return {
    seq: 1,
    session: 'look',
    current: poll.id,
    joined: people,
    joinUrl: 'http://192.168.1.20:3131/',
    polls: { [poll.id]: state },
  }
}

function countRehearsed(poll: Poll, people: number, round: number): { tally: Tally } {
  const answers: { answer: unknown, people: number }[] = []
  let board: Entry[] = []
  for (let index = 0; index < people; index++) {
    const person = personOf(SEED, index)
    const before = round > 1 ? answerTo(person, poll, { round: 1, turn: 0, board }) : undefined
    answers.push({ answer: answerTo(person, poll, { round, turn: 0, before, board }), people: 1 })
    if (poll.kind === 'questions' && index % 10 === 0)
      board = forRoom(countOf(poll, answers).entries ?? [], people)
  }
  return countOf(poll, answers)
}
