import type { Answer, DeckPoll, Moves, Solution, StagePoll, Tally } from './protocol.ts'
import { rulesOf } from './kinds/rules.ts'

/** What a deck without a room knows beyond its polls. */
export interface SoloContent {
  solutions: Record<string, Solution>
  /** Of the session that the site was built with. */
  session?: {
    name: string
    /** ISO 8601; null for an empty one. */
    began: string | null
    polls: Record<string, { tally: Tally, earlier?: Tally, moves?: Moves }>
  }
}

/**
 * What one reader sees of a poll: nothing but the question before they have answered, then the solution and the results
 * of the session that came with the site, or failing that their own answer as the only one.
 *
 * @param poll what was asked
 * @param answer the reader's, if any
 * @param content what came with the site
 * @param options where it is read
 * @param options.brought show the results that came with the site to somebody who cannot answer, as on paper
 */
export function soloStanding(
  poll: DeckPoll,
  answer: Answer | undefined,
  { solutions, session }: SoloContent,
  options: { brought?: boolean } = {},
): StagePoll {
  const base = { id: poll.id, round: 1 }
  const brought = session?.polls[poll.id]
  const results
    = answer === undefined ? (options.brought ? brought : undefined) : (brought ?? { tally: tallyOfOne(poll, answer) })
  if (!results)
    return { ...base, phase: 'open', answered: 0 }
  return { ...base, phase: 'revealed', answered: results.tally.people, ...results, ...solutions[poll.id] }
}

/** The tally of a room of one, as the server would count it. */
export function tallyOfOne(poll: DeckPoll, answer: Answer): Tally {
  const rules = rulesOf(poll.kind)
  const entries = rules.textsIn(answer)?.texts.map(text => ({ id: text, text, people: 1, state: 'shown' as const }))
  return rules.tally(poll, [{ answer, people: 1 }], entries ?? [])
}
