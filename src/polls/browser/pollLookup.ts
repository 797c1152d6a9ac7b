import type { DeckPoll } from '../protocol.ts'
import polls from 'virtual:polls'

/** @throws {Error} naming the id, when it is in no entry of polls.yaml */
export function pollOf(id: string): DeckPoll {
  const poll = polls.find(item => item.id === id)
  if (!poll)
    throw new Error(`There is no poll "${id}" in polls.yaml; mend the id or add the poll.`)
  return poll
}
