import type { Poll } from '../polls/pollsFile.ts'
import type { DeckPoll, RefusedEdits } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { isAdhocId } from '../polls/adhoc.ts'
import { refusalOf } from '../polls/pollEdit.ts'
import { deckPoll } from '../polls/pollsFile.ts'

/** Takes over what an author changes in the polls file while the room runs. */
export interface PollEditor {
  /**
   * Takes over the polls as they are written now, but for those whose ballots that would spoil.
   *
   * @returns one sentence for each change that was refused, and one on what was taken over, or that all is in order
   */
  takePolls: (polls: Poll[]) => Promise<string[]>
  /** Keeps the polls as they are: the file cannot be read. */
  refuseFile: (why: string) => void
  refused: () => RefusedEdits | undefined
  /** Polls that were changed since the start: a deck that was built before has them as they were. */
  edited: () => DeckPoll[]
}

/** @param publish tells decks and phones */
export function createPollEditor(session: LiveSession, publish: () => void): PollEditor {
  let refused: RefusedEdits | undefined
  const edited = new Set<string>()

  /** Polls in which somebody has voted in this session, or may vote at this moment. */
  async function usedPolls(): Promise<Set<string>> {
    const ballots = await session.store.ballots(session.name)
    const marked = [...session.state.polls].filter(([, { phase, edits = {} }]) =>
      phase === 'open' || Object.values(edits).some(({ paper = [] }) => paper.length > 0))
    return new Set([...ballots.map(({ poll }) => poll), ...marked.map(([id]) => id)])
  }

  return {
    refused: () => refused,
    edited: () => [...edited].flatMap(id => session.polls.get(id) ?? []).map(deckPoll),

    refuseFile(why) {
      refused = { polls: refused?.polls ?? {}, file: why }
      publish()
    },

    async takePolls(polls) {
      const used = await usedPolls()
      // What was typed during the talk is in no file.
      const before = new Map([...session.polls].filter(([id]) => !isAdhocId(id)))
      const written = new Map(polls.map(poll => [poll.id, poll]))
      const kept: Record<string, { why: string, poll: Poll }> = {}
      for (const [id, poll] of before) {
        const why = refusalOf(poll, written.get(id), used.has(id))
        if (why !== undefined)
          kept[id] = { why, poll }
      }
      const isNew = (poll: Poll) => JSON.stringify(before.get(poll.id)) !== JSON.stringify(poll)
      const taken = polls.filter(poll => !kept[poll.id] && isNew(poll)).map(({ id }) => id)
      const gone = [...before.keys()].filter(id => !written.has(id) && !kept[id])
      const wasRefused = refused !== undefined
      // A kept poll stays in its place; one that was deleted from the file goes to the end.
      const next = new Map([...polls.map(poll => [poll.id, kept[poll.id]?.poll ?? poll] as const)])
      for (const [id, { poll }] of Object.entries(kept))
        next.set(id, poll)
      taken.forEach(id => edited.add(id))
      session.setPolls(next.values())
      const refusals = Object.entries(kept)
      refused = refusals.length === 0
        ? undefined
        : { polls: Object.fromEntries(refusals.map(([id, { why, poll }]) => [id, { why, kept: deckPoll(poll) }])) }
      publish()
      const news = formatTaken(taken, gone) ?? (wasRefused && !refused ? 'polls.yaml is in order again.' : undefined)
      return [...refusals.map(([, { why }]) => why), ...news === undefined ? [] : [news]]
    },
  }
}

function formatTaken(taken: string[], gone: string[]): string | undefined {
  const listOf = (ids: string[]) => ids.map(id => `"${id}"`).join(', ')
  const done = [
    ...taken.length > 0 ? [`has taken over ${listOf(taken)}`] : [],
    ...gone.length > 0 ? [`no longer asks ${listOf(gone)}`] : [],
  ]
  return done.length > 0 ? `polls.yaml was changed, and the room ${done.join(' and ')}.` : undefined
}
