import type { RoomCalibration, SolvedQuiz } from '../polls/calibration.ts'
import type { SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { Store } from '../polls/store.ts'
import { calibrate } from '../polls/calibration.ts'
import { solvedRound } from '../polls/phase.ts'
import { hasAnswer, publicPoll, solutionOf } from '../polls/pollsFile.ts'

/** Counts the solved quizzes of a session once, for however many phones and screens ask. */
export interface Calibrations {
  /** Undefined where too few people took part. */
  read: () => Promise<RoomCalibration | undefined>
  /** To be called when a ballot was counted in that round. */
  changed: (poll: string, round: number) => void
}

/** A quiz in the round that counts. */
interface QuizRound extends Omit<SolvedQuiz, 'poll' | 'ballots'> { poll: Poll }

/**
 * @param store that has the ballots
 * @param session its name
 * @param polls as they are written at the moment of the call
 * @param state of the session at that moment
 */
export function createCalibrations(
  store: Store,
  session: string,
  polls: () => Iterable<Poll>,
  state: () => SessionState,
): Calibrations {
  /** Ballots counted since the start, by round: a quiz that was opened again is another one. */
  const casts = new Map<string, number>()
  let known: { key: string, counting: Promise<RoomCalibration | undefined> } | undefined

  return {
    read() {
      const rounds = solvedRounds(polls(), state())
      const key = JSON.stringify(rounds.map(({ poll, round, paper }) =>
        [poll, round, casts.get(`${poll.id}/${round}`) ?? 0, paper]))
      if (known?.key === key)
        return known.counting
      const counting = readQuizzes(store, session, rounds).then(calibrate)
      known = { key, counting }
      // A failed count is tried again by the next who asks.
      counting.catch(() => known?.counting === counting && (known = undefined))
      return counting
    },
    changed(poll, round) {
      const key = `${poll}/${round}`
      casts.set(key, (casts.get(key) ?? 0) + 1)
    },
  }
}

/** As `Calibrations.read` gives it, straight from the store. */
export async function readCalibration(
  store: Store,
  session: string,
  polls: Iterable<Poll>,
  state: SessionState,
): Promise<RoomCalibration | undefined> {
  return calibrate(await readQuizzes(store, session, solvedRounds(polls, state)))
}

function solvedRounds(polls: Iterable<Poll>, state: SessionState): QuizRound[] {
  return [...polls].filter(hasAnswer).flatMap((poll) => {
    const pollState = state.polls.get(poll.id)
    const round = pollState && solvedRound(pollState)
    return round === undefined
      ? []
      : [{ poll, round, solution: solutionOf(poll), paper: pollState?.edits?.[round]?.paper ?? [] }]
  })
}

function readQuizzes(store: Store, session: string, rounds: QuizRound[]): Promise<SolvedQuiz[]> {
  return Promise.all(rounds.map(async quiz => ({
    ...quiz,
    poll: publicPoll(quiz.poll),
    ballots: await store.roundBallots({ session, poll: quiz.poll.id, round: quiz.round }),
  })))
}
