import type { EntriesWanted } from '../polls/entries/moderated.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { ModeratedEntries, ModeratedPoll, ModerationState } from '../polls/protocol.ts'
import type { Arrivals } from './arrivals.ts'
import type { LiveSession } from './liveSession.ts'
import { listForModerator } from '../polls/entries/moderated.ts'
import { countStates } from '../polls/entries/onScreen.ts'
import { areResultsVisible } from './phoneView.ts'

/** What moderators are told: the polls in which people write, and how much there is. Nothing of any other poll. */
export async function readModeration(session: LiveSession): Promise<ModerationState> {
  const { name, state: { seq, current } } = session
  const polls = await Promise.all([...session.polls.values()].map(async (poll): Promise<ModeratedPoll | undefined> => {
    const { phase, round } = session.pollState(poll.id)
    const { entries } = await session.counts.of(poll)
    const { id, kind, question } = poll
    const isSeen = areResultsVisible(poll, phase)
    return entries && { id, kind, question, phase, round, isSeen, counts: countStates(entries) }
  }))
  return { seq, session: name, current, polls: polls.filter(poll => poll !== undefined) }
}

/** A part of what people wrote in the round that stands; undefined of a poll in which nobody writes. */
export async function readEntries(
  session: LiveSession,
  arrivals: Arrivals,
  poll: Poll,
  wanted: EntriesWanted,
): Promise<ModeratedEntries | undefined> {
  const { round } = session.pollState(poll.id)
  const { entries } = await session.counts.of(poll, round)
  return entries && {
    poll: poll.id,
    round,
    ...listForModerator(entries, await arrivals.of(poll.id, round), wanted),
    counts: countStates(entries),
  }
}
