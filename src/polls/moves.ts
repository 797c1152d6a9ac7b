import type { Answer, Moves } from './protocol.ts'
import type { Move } from './store.ts'
import { saidIn } from './kinds/sureAnswer.ts'
import { MIN_FOLLOWED_VOTERS } from './sharedRules.ts'

/**
 * Sums up how voters moved from one poll to another, or between two rounds.
 *
 * @param moves number of people for each pair of answers, as the store counts them
 * @returns undefined for fewer than `MIN_FOLLOWED_VOTERS` people
 */
export function movesOf(moves: Move[]): Moves | undefined {
  const flows = new Map<string, { from: string, to: string, people: number }>()
  for (const { people, ...move } of moves) {
    const [from, to] = [singleChoiceOf(move.from), singleChoiceOf(move.to)]
    if (from === undefined || to === undefined)
      continue
    const key = JSON.stringify([from, to])
    flows.set(key, { from, to, people: people + (flows.get(key)?.people ?? 0) })
  }
  const allFlows = [...flows.values()]
  const sumPeople = (some: typeof allFlows) => some.reduce((total, flow) => total + flow.people, 0)
  const people = sumPeople(allFlows)
  return people < MIN_FOLLOWED_VOTERS
    ? undefined
    : { people, moved: sumPeople(allFlows.filter(flow => flow.from !== flow.to)), flows: allFlows }
}

/**
 * The single choice in an answer: an option's id, or a point of a scale, whether the voter is sure or not. Undefined
 * for an answer of several options, and of other kinds.
 */
function singleChoiceOf(answer: Answer): string | undefined {
  const said = saidIn(answer)
  if (Array.isArray(said))
    return said.length === 1 ? String(said[0]) : undefined
  return typeof said === 'number' ? String(said) : undefined
}
