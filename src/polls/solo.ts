import type { Answer, DeckPoll, Moves, Solution, StagePoll, Tally } from './protocol.ts'
import { ESTIMATE_BINS, placeOf } from './kinds/estimate/axis.ts'

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

/** The tally of a room of one. */
export function tallyOfOne(poll: DeckPoll, answer: Answer): Tally {
  const chosen = Array.isArray(answer) ? answer : []
  const of = (ids: string[], count: (id: string) => number) => Object.fromEntries(ids.map(id => [id, count(id)]))
  const entries = (texts: string[]) => texts.map(text => ({ id: text, text, people: 1, state: 'shown' as const }))
  switch (poll.kind) {
    case 'choice':
      return {
        kind: 'choice',
        people: 1,
        counts: of(
          poll.options.map(option => option.id),
          id => Number(chosen.includes(id)),
        ),
      }
    case 'rank': {
      const ids = poll.options.map(option => option.id)
      return {
        kind: 'rank',
        people: 1,
        counts: of(ids, id => ids.length - 1 - chosen.indexOf(id)),
        first: of(ids, id => Number(chosen[0] === id)),
      }
    }
    case 'scale': {
      const { value, sure }
        = typeof answer === 'object' && 'value' in answer ? answer : { value: Number(answer), sure: false }
      const at = (is: boolean) => of(['1', '2', '3', '4', '5'], point => Number(is && point === String(value)))
      return { kind: 'scale', people: 1, counts: at(true), ...(poll.confidence && { sure: at(sure) }), mean: value }
    }
    case 'estimate': {
      const value = Number(answer)
      const bin = Math.min(ESTIMATE_BINS - 1, Math.floor(placeOf(poll, value) * ESTIMATE_BINS))
      return {
        kind: 'estimate',
        people: 1,
        bins: Array.from({ length: ESTIMATE_BINS }, (_, i) => Number(i === bin)),
        median: value,
        middle: [value, value],
      }
    }
    case 'words':
      return { kind: 'words', people: 1, entries: entries(chosen) }
    case 'questions':
      return {
        kind: 'questions',
        people: 1,
        entries: entries(typeof answer === 'object' && 'ask' in answer ? answer.ask : []),
      }
  }
}
