import type { DeckPoll } from '../protocol.ts'
import polls from 'virtual:polls'

/**
 * The poll with this id.
 *
 * @throws {Error} naming the id, when no entry of polls.yaml has it
 */
export function pollOf(id: string): DeckPoll {
  const poll = polls.find(entry => entry.id === id)
  if (!poll)
    throw new Error(`There is no poll "${id}" in polls.yaml; mend the id or add the poll.`)
  return poll
}
