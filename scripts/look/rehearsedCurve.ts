import type { Poll } from '../../src/polls/pollsFile.ts'
import type { StageState } from '../../src/polls/protocol.ts'
import { calibrate } from '../../src/polls/calibration.ts'
import { publicPoll, solutionOf } from '../../src/polls/pollsFile.ts'
import { answerTo } from '../../src/rehearsal/answers.ts'
import { personOf } from '../../src/rehearsal/people.ts'
import { ANSWERED_SHARE, SEED } from './rehearsedPolls.ts'

/** A state of the slide with the room's curve. */
export interface CurveState {
  label: string
  /** Clicks that were made on the slide. */
  clicks: number
  stage: StageState
}

/**
 * Every state that the slide with the room's curve has: before it is shown, with too few people or answers, with the
 * boxes, and with the ring.
 *
 * @param polls all of the file
 * @param people in the room
 */
export function curveStates(polls: Poll[], people: number): CurveState[] {
  const answered = Math.round(people * ANSWERED_SHARE)
  const quizzes = polls.filter(poll => 'confidence' in poll && poll.confidence && solutionOf(poll).right)
  const early = quizzes.slice(0, 2)
  return [
    { label: 'curve waiting', clicks: 0, stage: stageOf(quizzes, answered, false) },
    { label: 'curve nobody', clicks: 1, stage: stageOf(early, Math.min(4, answered), true) },
    { label: 'curve too few', clicks: 1, stage: stageOf(early, Math.min(14, answered), true) },
    { label: 'curve boxes', clicks: 1, stage: stageOf(quizzes, answered, true) },
    { label: 'curve ring', clicks: 2, stage: stageOf(quizzes, answered, true) },
  ]
}

function stageOf(quizzes: Poll[], people: number, isShown: boolean): StageState {
  const counted = calibrate(quizzes.map(poll => ({
    poll: publicPoll(poll),
    solution: solutionOf(poll),
    round: 1,
    paper: [],
    ballots: Array.from({ length: people }, (_, index) => ({
      voter: String(index),
      answer: answerTo(personOf(SEED, index), publicPoll(poll), { round: 1, turn: 0 }),
    })),
  })))
  return {
    seq: 1,
    session: 'look',
    current: null,
    joined: people,
    joinUrl: 'http://192.168.1.20:3131/',
    polls: {},
    ...isShown && { cards: true },
    ...counted && {
      calibration: {
        people: counted.people,
        questions: counted.questions,
        sureAnswers: counted.sureAnswers,
        ...isShown && counted.curve && { curve: counted.curve },
      },
    },
  }
}
