import type { DeckPoll } from '../protocol.ts'
import polls from 'virtual:polls'
import { computed, shallowRef } from 'vue'
import { unknownId } from '../../content/unknownId.ts'

/** As polls.yaml has them now: an edit while the deck runs replaces them without a reload. */
const written = shallowRef(polls)
/** Polls that were changed since the deck was built, as the room asks them. */
const edited = shallowRef<readonly DeckPoll[]>([])
/** By id: polls that a running room goes on with, since their change would spoil ballots. */
const kept = shallowRef<Readonly<Record<string, DeckPoll>>>({})
/** Polls that the presenter has typed during the talk. */
const typed = shallowRef<readonly DeckPoll[]>([])

if (import.meta.hot) {
  import.meta.hot.accept('virtual:polls', (next) => {
    if (next)
      written.value = next.default as DeckPoll[]
  })
}

const byId = computed(() => new Map([
  ...written.value.map(poll => [poll.id, poll] as const),
  ...edited.value.map(poll => [poll.id, poll] as const),
  ...Object.entries(kept.value),
]))
const paired = computed((): ReadonlySet<string> => new Set(allPolls().flatMap(poll => poll.pair ?? [])))

/** All polls of polls.yaml, as the room asks them. */
export function allPolls(): DeckPoll[] {
  return [...byId.value.values()]
}

/** Sets the polls whose change the room has refused, by id. */
export function keepPolls(refused: Readonly<Record<string, DeckPoll>>): void {
  kept.value = refused
}

/** Sets the polls that were changed since the room was started. */
export function setEditedPolls(next: readonly DeckPoll[]): void {
  edited.value = next
}

/** Sets the polls that were typed during the talk, as the room has them. */
export function setTypedPolls(next: readonly DeckPoll[]): void {
  typed.value = next
}

/** The poll with this id, if there is one. */
export function findPoll(id: string): DeckPoll | undefined {
  return byId.value.get(id) ?? typed.value.find(poll => poll.id === id)
}

/**
 * The poll with this id.
 *
 * @throws {Error} naming the id, when no entry of polls.yaml has it
 */
export function pollOf(id: string): DeckPoll {
  const poll = findPoll(id)
  if (!poll)
    throw unknownPoll(id)
  return poll
}

/** What a slide says of a poll that there is not. */
export function formatUnknownPoll(id: string): string {
  return unknownPoll(id).message
}

function unknownPoll(id: string): Error {
  return unknownId({ what: 'poll', id, file: 'polls.yaml', known: byId.value.keys() })
}

/** Ids of the polls whose answers a later poll is compared with. */
export function pairedPolls(): ReadonlySet<string> {
  return paired.value
}
