import type { Grouping } from './kinds/votes.ts'
import type { ReadPoll, ReadSession } from './readSession.ts'
import { GONE, singleAnswers, votesOf } from './kinds/votes.ts'
import { mergeNeighbours, mergeSmall, MIN_GROUP } from './privacy.ts'

/** How the answers of each poll in which voters give one are told, by its id. */
export type Merging = ReadonlyMap<string, Grouping>

type Votes = Record<string, number>[]

/**
 * Decides which answers are told together. Rounds of a poll, a poll and its pair, and the same poll of two sessions all
 * stand side by side, so they are parted in the same way; and never more finely than in the report of one session.
 *
 * @param sessions that are told of in one report
 */
export function mergingOf(sessions: Pick<ReadSession, 'polls'>[]): Merging {
  const alone = sessions.length > 1 ? sessions.map(session => mergingOf([session])) : []
  const polls = sessions.flatMap(session => session.polls)
  const merging = new Map<string, Grouping>()
  for (const ids of families(polls)) {
    const family = polls.filter(({ poll }) => ids.has(poll.id))
    const answers = family[0] && singleAnswers(family[0].poll)
    if (!answers)
      continue
    const order = answers.map(({ id }) => id)
    const together = [...ids].flatMap(id => alone.flatMap(each => each.get(id) ?? []))
    const grouping = family[0]?.poll.kind === 'scale'
      ? groupNeighbours(order, votesIn(family))
      : groupSmall(order, votesIn(family), together.filter(group => group.length > 1).flat())
    ids.forEach(id => merging.set(id, grouping))
  }
  return merging
}

function votesIn(polls: ReadPoll[]): Votes {
  return polls.flatMap(({ poll, rounds }) => rounds
    .filter(({ count }) => count.tally.people >= MIN_GROUP)
    .flatMap(({ count }) => {
      const votes = votesOf(poll, count.tally)
      return votes ? [votes] : []
    }))
}

function groupSmall(order: string[], votes: Votes, together: string[]): Grouping {
  const merged = mergeSmall(votes, together)
  const single = order.filter(id => !merged.has(id)).map(id => [id])
  // In the order of the poll: that in which they were merged would tell which of them are small.
  const rest = [...order, GONE].filter(id => merged.has(id))
  return single.length === 0 ? [] : rest.length === 0 ? single : [...single, rest]
}

/** Points of a scale stay in their order: they are parted where each vote by itself can be. */
function groupNeighbours(order: string[], votes: Votes): Grouping {
  const ends = votes.map(vote => new Set(mergeNeighbours(order.map(id => vote[id] ?? 0)).map(([, last]) => last)))
  const groups: string[][] = [[]]
  order.forEach((id, i) => {
    groups.at(-1)?.push(id)
    if (i < order.length - 1 && ends.every(own => own.has(i)))
      groups.push([])
  })
  return groups.length > 1 ? groups : []
}

/** Polls that are compared with each other, directly or by way of others. */
function families(polls: ReadPoll[]): Set<Set<string>> {
  const byPoll = new Map(polls.map(({ poll: { id } }) => [id, new Set([id])]))
  for (const { poll } of polls) {
    const [own, other] = [byPoll.get(poll.id), 'pair' in poll && poll.pair ? byPoll.get(poll.pair) : undefined]
    if (own && other && own !== other) {
      own.forEach((id) => {
        other.add(id)
        byPoll.set(id, other)
      })
    }
  }
  return new Set(byPoll.values())
}
