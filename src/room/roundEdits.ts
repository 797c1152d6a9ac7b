import type { RoundEdits, SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { EntryState, PaperRequest, Slip, StageState } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { editRound, INITIAL_POLL_STATE, PhaseConflict } from '../polls/phase.ts'

/** What is edited by hand in a round: states of words and questions, which say the same, and ballots from paper. */
export interface RoundEditor {
  /** @returns undefined where nobody sent such an entry in the current round */
  setEntryState: (poll: Poll, entryId: string, state: EntryState) => Promise<StageState | undefined>
  /**
   * Merges an entry into another one that says the same, or takes it out again.
   *
   * @param into undefined to take it out
   * @returns undefined where there are no such entries in the current round
   * @throws {PhaseConflict} where another moderator has merged one of them meanwhile
   */
  mergeEntry: (poll: Poll, entryId: string, into: string | undefined) => Promise<StageState | undefined>
  /** The ballots entered from paper in the current round. */
  paperSlips: (poll: Poll) => PaperRequest
  /** Replaces the ballots entered from paper; undefined where `round` is no longer the current one. */
  setPaperSlips: (poll: Poll, round: number, slips: Slip[]) => Promise<StageState | undefined>
}

/** @param publish takes over the edited state, and tells everybody */
export function createRoundEditor(
  session: LiveSession,
  publish: (next: SessionState) => Promise<StageState>,
): RoundEditor {
  /** Undefined, and nothing is written, where another round has begun. */
  async function edit(
    poll: Poll,
    round: number,
    change: (edits: RoundEdits) => RoundEdits,
  ): Promise<StageState | undefined> {
    let isStale = false
    const next = await session.store.change(session.name, (now) => {
      isStale = (now.polls.get(poll.id) ?? INITIAL_POLL_STATE).round !== round
      return isStale ? now : editRound(now, poll.id, round, change)
    })
    return isStale ? undefined : publish(next)
  }

  return {
    async setEntryState(poll, entryId, state) {
      const { round } = session.pollState(poll.id)
      const { entries } = await session.counts.of(poll, round)
      return entries?.some(entry => entry.id === entryId)
        ? edit(poll, round, edits => withEntryState(edits, entryId, state))
        : undefined
    },

    async mergeEntry(poll, id, into) {
      const { round, edits = {} } = session.pollState(poll.id)
      const { entries = [] } = await session.counts.of(poll, round)
      const isEntry = (wanted: string) => entries.some(entry => entry.id === wanted)
      // Asked again because the answer was lost, it is done already.
      const mergedNow = edits[round]?.merges?.[id]
      const isKnown = into === undefined
        ? mergedNow !== undefined || isEntry(id)
        : mergedNow === into || (isEntry(id) && isEntry(into))
      return isKnown ? edit(poll, round, before => withMerge(before, id, into)) : undefined
    },

    paperSlips(poll) {
      const { round, edits = {} } = session.pollState(poll.id)
      return { round, slips: edits[round]?.paper ?? [] }
    },

    setPaperSlips: (poll, round, slips) => edit(poll, round, edits => ({ ...edits, paper: slips })),
  }
}

/** Only one entry is in the spotlight at a time: another that was goes back to `shown`. */
function withEntryState(edits: RoundEdits, entryId: string, state: EntryState): RoundEdits {
  const { marks = {} } = edits
  if (marks[entryId] === state)
    return edits
  const others = state === 'spotlight' ? withoutSpotlight(marks) : marks
  return { ...edits, marks: { ...others, [entryId]: state } }
}

function withoutSpotlight(marks: Record<string, EntryState>): Record<string, EntryState> {
  return Object.fromEntries(Object.entries(marks).map(([id, state]) => [id, state === 'spotlight' ? 'shown' : state]))
}

/** @throws {PhaseConflict} where one of the two was merged meanwhile */
function withMerge(edits: RoundEdits, id: string, into: string | undefined): RoundEdits {
  const { merges = {}, marks = {} } = edits
  if (into === undefined) {
    const { [id]: _, ...others } = merges
    return id in merges ? { ...edits, merges: others } : edits
  }
  if (merges[id] === into)
    return edits
  if (id === into || merges[id] !== undefined || merges[into] !== undefined)
    throw new PhaseConflict('One of the two has been merged already; look at the list again.')
  const after = { ...edits, merges: { ...merges, [id]: into } }
  // What is being answered stays in the light under its new name.
  return marks[id] === 'spotlight' ? withEntryState(after, into, 'spotlight') : after
}
