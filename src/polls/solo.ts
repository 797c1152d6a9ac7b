import type { Answer, Calibration, Card, DeckPoll, Moves, Solution, StagePoll, Tally } from './protocol.ts'
import { cardOf, judge } from './calibration.ts'
import { rulesOf } from './kinds/rules.ts'

/** What a deck without a room knows in addition to its polls. */
export interface SoloContent {
  solutions: Record<string, Solution>
  /** The session whose results the site was built with. */
  session?: {
    name: string
    /** ISO 8601; null for a session without a change. */
    began: string | null
    polls: Record<string, { tally: Tally, earlier?: Tally, moves?: Moves }>
    /** How well that room knew what it knew, if there was enough to tell. */
    calibration?: Calibration
  }
}

/**
 * The state of a poll for one reader without a room. Before they have answered, it is open. Then it is revealed, with
 * the solution and the results of the session that the site was built with, or else with their answer as the only one.
 *
 * @param poll what was asked
 * @param answer the reader's, if any
 * @param content what the site was built with
 * @param options how it is shown
 * @param options.showSessionResults show the session's results before an answer: on paper nobody can give one
 */
export function soloPollState(
  poll: DeckPoll,
  answer: Answer | undefined,
  { solutions, session }: SoloContent,
  options: { showSessionResults?: boolean } = {},
): StagePoll {
  const base = { id: poll.id, round: 1 }
  const fromSession = session?.polls[poll.id]
  const results = answer === undefined
    ? (options.showSessionResults ? fromSession : undefined)
    : (fromSession ?? { tally: tallyOfOne(poll, answer) })
  if (!results)
    return { ...base, phase: 'open', answered: 0 }
  const solution = solutions[poll.id] ?? {}
  const phase = Object.keys(solution).length > 0 ? 'solved' : 'revealed'
  return { ...base, phase, answered: results.tally.people, ...results, ...solution }
}

/** The card of the one reader, from the quizzes that they have answered: each is solved by the answer. */
export function soloCard(
  polls: readonly DeckPoll[],
  answerOf: (poll: string) => Answer | undefined,
  { solutions }: Pick<SoloContent, 'solutions'>,
): Card {
  return cardOf(polls.flatMap((poll) => {
    const answer = answerOf(poll.id)
    return answer === undefined ? [] : judge(poll, solutions[poll.id] ?? {}, answer) ?? []
  }))
}

/** The tally of one answer, as the server would count it. */
export function tallyOfOne(poll: DeckPoll, answer: Answer): Tally {
  const rules = rulesOf(poll.kind)
  const entries = rules.textsIn(answer)?.texts.map(text => ({ id: text, text, people: 1, state: 'shown' as const }))
  return rules.tally(poll, [{ answer, people: 1 }], entries ?? [])
}
