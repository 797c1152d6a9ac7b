import type { ChoicePoll, DeckPoll } from '../room/protocol.ts'
import polls from 'virtual:polls'

/** @throws {Error} naming the id, when it is in no entry of polls.yaml */
export function pollOf(id: string): DeckPoll {
  const poll = polls.find(it => it.id === id)
  if (!poll)
    throw new Error(`There is no poll "${id}" in polls.yaml; mend the id or add the poll.`)
  return poll
}

/** @throws {Error} naming the id, when it is no choice poll of polls.yaml */
export function choiceOf(id: string): ChoicePoll {
  const poll = pollOf(id)
  if (poll.kind !== 'choice')
    throw new Error(`Poll "${id}" is of kind ${poll.kind}; a vote before and after needs two of kind choice.`)
  return poll
}
