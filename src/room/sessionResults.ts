import type { Poll } from '../polls/pollsFile.ts'
import type { SoloContent } from '../polls/solo.ts'
import type { PollResults, Results } from './results.ts'
import { isAdhocId } from '../polls/adhoc.ts'
import { collectResults } from './results.ts'
import { withSession } from './sessions.ts'

type Session = NonNullable<SoloContent['session']>

/**
 * Reads the results of a session for a static site that shows them.
 *
 * @param polls those of the polls file
 * @param database file in which sessions are kept
 * @param name the session's
 * @throws {import('../cli/cli.ts').UsageError} when there is no such session, or while a room is running on the file
 */
export function readSession(polls: Poll[], database: string, name: string): Promise<Session> {
  return withSession(
    name,
    async (session, store) => {
      const results = await collectResults(store, polls, session.name)
      return {
        name: session.name,
        began: results.began,
        // One that was typed during the talk has no slide on the site.
        polls: Object.fromEntries(
          results.polls.filter(({ id }) => !isAdhocId(id)).flatMap(poll => lastAnsweredRound(poll, polls)),
        ),
        ...calibrationOf(results),
      }
    },
    database,
  )
}

/** The room's curve; nothing where there is too little for it. */
function calibrationOf({ calibration: { people, quizzes, curve } = { people: 0, quizzes: [] } }: Results) {
  return curve && { calibration: { people, questions: quizzes.length, sureAnswers: curve.sure.of, curve } }
}

/**
 * The last round that anybody answered, with the round before where they were two votes around a discussion; nothing of
 * a poll that nobody answered.
 */
function lastAnsweredRound({ id, rounds, moves }: PollResults, polls: Poll[]): [string, Session['polls'][string]][] {
  const index = rounds.findLastIndex(round => round.tally.people > 0)
  const [tally, before] = [rounds[index]?.tally, rounds[index - 1]?.tally]
  if (!tally)
    return []
  const poll = polls.find(candidate => candidate.id === id)
  const earlier = before && before.people > 0 && poll?.kind === 'choice' && poll.discuss ? before : undefined
  return [[id, { tally, ...(earlier && { earlier }), ...(moves && { moves }) }]]
}
