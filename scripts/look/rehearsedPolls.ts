import type { Count } from '../../src/polls/counting.ts'
import type { Poll } from '../../src/polls/pollsFile.ts'
import type { Answer, Entry, EntryState, Moves, Phase, StagePoll, StageState, Tally } from '../../src/polls/protocol.ts'
import { countOf, tallyOf } from '../../src/polls/counting.ts'
import { forRoom } from '../../src/polls/entries/onScreen.ts'
import { movesOf } from '../../src/polls/moves.ts'
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
  /** Whether the presenter has put the most wanted question in the spotlight and ticked off the next. */
  spotlight?: boolean
  /** The poll that this one is compared with, on the slide after it. */
  pair?: Poll | undefined
}

/** The same room each time. */
export const SEED = 5
/** So many of those who are here have answered. */
export const ANSWERED_SHARE = 0.93

/**
 * Every state that the wall has for a poll: open, with the results, with the answer, and after a discussion; with a
 * question in the spotlight; beside the vote before.
 *
 * @param poll on the wall
 * @param polls among which its pair is found
 */
export function wallStates(poll: Poll, polls: Poll[]): WallState[] {
  const state = (phase: Phase, round = 1, more: Partial<WallState> = {}): WallState => {
    const parts = [poll.id, phase, round > 1 ? 'again' : '', more.spotlight && 'spotlight', more.pair && 'compared']
    return { label: parts.filter(Boolean).join(' '), poll, phase, round, ...more }
  }
  const pair = 'pair' in poll ? polls.find(other => other.id === poll.pair) : undefined
  const shown: Phase[] = hasAnswer(poll) ? ['revealed', 'solved'] : ['revealed']
  const twice = 'discuss' in poll && poll.discuss !== undefined
  return [
    state('open'),
    ...shown.map(phase => state(phase)),
    ...twice ? shown.map(phase => state(phase, 2)) : [],
    ...poll.kind === 'questions' ? [state('open', 1, { spotlight: true })] : [],
    ...pair ? [state('revealed', 1, { pair })] : [],
  ]
}

/** What the room would send to the deck, had so many rehearsed people answered. */
export function rehearsedStage(wall: WallState, people: number): StageState {
  const { poll, phase, round, spotlight, pair } = wall
  const answered = Math.round(people * ANSWERED_SHARE)
  const count = (ofRound: number) => countRehearsed(poll, answered, ofRound, spotlight)
  const moves = pair && movesBetween(pair, poll, answered)
  const { tally, sure } = count(round)
  const shown = areResultsShown(phase) || poll.kind === 'questions'
  const state: StagePoll = {
    id: poll.id,
    phase,
    round,
    answered: tally.people,
    ...shown && { tally },
    ...moves && { moves },
    ...shown && round > 1 && { earlier: count(1).tally },
    ...phase === 'solved' && { ...solutionOf(poll), ...sure && { sure } },
  }
  return {
    seq: 1,
    session: 'look',
    current: poll.id,
    joined: people,
    joinUrl: 'http://192.168.1.20:3131/',
    polls: {
      [poll.id]: moves ? { ...state, tally: tallyAfter(pair, poll, answered) } : state,
      ...pair && rehearsedStage({ label: '', poll: pair, phase, round: 1 }, people).polls,
    },
  }
}

/** What each of so many people answered first, and then. */
function answersToBoth(before: Poll, after: Poll, people: number): { from: Answer, to: Answer, people: number }[] {
  return Array.from({ length: people }, (_, index) => {
    const person = personOf(SEED, index)
    const from = answerTo(person, before, { round: 1, turn: 0 })
    return { from, to: answerTo(person, after, { round: 1, turn: 0, before: from }), people: 1 }
  })
}

function movesBetween(before: Poll, after: Poll, people: number): Moves | undefined {
  return movesOf(answersToBoth(before, after, people))
}

function tallyAfter(before: Poll, after: Poll, people: number): Tally {
  return tallyOf(after, answersToBoth(before, after, people).map(({ to }) => ({ answer: to, people: 1 })))
}

function countRehearsed(poll: Poll, people: number, round: number, spotlight?: boolean): Count {
  const answers: { answer: unknown, people: number }[] = []
  let board: Entry[] = []
  for (let index = 0; index < people; index++) {
    const person = personOf(SEED, index)
    const before = round > 1 ? answerTo(person, poll, { round: 1, turn: 0, board }) : undefined
    answers.push({ answer: answerTo(person, poll, { round, turn: 0, before, board }), people: 1 })
    if (poll.kind === 'questions' && index % 10 === 0)
      board = forRoom(countOf(poll, answers).entries ?? [], people)
  }
  const [first, second] = board
  const marks: Record<string, EntryState> = spotlight && first
    ? { [first.id]: 'spotlight', ...second && { [second.id]: 'answered' } }
    : {}
  return countOf(poll, answers, { marks })
}
