import type { Answer, Moves } from './protocol.ts'
import type { Move } from './store.ts'
import { LEAST_FOLLOWED } from './sharedRules.ts'

/**
 * Who moved where between two polls.
 *
 * @param moves voters by their two answers
 * @returns undefined for fewer than five voters
 */
export function movesOf(moves: Move[]): Moves | undefined {
  const flows = new Map<string, { from: string, to: string, people: number }>()
  for (const { people, ...move } of moves) {
    const [from, to] = [nameOf(move.from), nameOf(move.to)]
    if (from === undefined || to === undefined)
      continue
    const key = JSON.stringify([from, to])
    flows.set(key, { from, to, people: people + (flows.get(key)?.people ?? 0) })
  }
  const list = [...flows.values()]
  const sum = (some: typeof list) => some.reduce((total, item) => total + item.people, 0)
  const people = sum(list)
  return people < LEAST_FOLLOWED
    ? undefined
    : { people, moved: sum(list.filter(item => item.from !== item.to)), flows: list }
}

/** The one thing that somebody chose: an option's id, or a point of a scale whether they are sure of it or not. */
function nameOf(answer: Answer): string | undefined {
  if (Array.isArray(answer))
    return answer.length === 1 ? answer[0] : undefined
  if (typeof answer === 'number')
    return String(answer)
  return 'value' in answer ? String(answer.value) : undefined
}
