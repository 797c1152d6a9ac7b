import type { RoundEdits, SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { EntryState, PaperRequest, Slip, StageState } from '../polls/protocol.ts'
import type { LiveSession } from './liveSession.ts'
import { editRound, INITIAL_POLL_STATE } from '../polls/phase.ts'

/** What the presenter edits by hand in a round: states of words and questions, and ballots from paper. */
export interface RoundEditor {
  /** @returns undefined where nobody sent such an entry in the current round */
  setEntryState: (poll: Poll, entryId: string, state: EntryState) => Promise<StageState | undefined>
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
