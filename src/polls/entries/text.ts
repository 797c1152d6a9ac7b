import type { BaseEntriesTally } from '../kinds/base.ts'
import { formatBase, listNames, NOBODY } from '../people.ts'

/** So many entries in the lead are named; of more, only the number is given. */
const MAX_NAMED = 3

/** The results of words or questions in a sentence, for a screen reader. */
export function formatEntriesResults({ people, entries, more }: BaseEntriesTally): string {
  if (people === 0)
    return `${NOBODY}.`
  const most = Math.max(...entries.map(entry => entry.people))
  const leaders = entries.filter(entry => entry.people === most)
  // Where all that are listed lead, some that are not may do so too.
  const atLeast = more && leaders.length === entries.length ? 'at least ' : ''
  const names = leaders.length > MAX_NAMED
    ? `${atLeast}${leaders.length}`
    : listNames(leaders.map(leader => `“${leader.text}”`))
  const lead = leaders.length === 1 ? `${names} leads with ${most}` : `${names} lead with ${most} each`
  return `${formatBase({ people })}; ${leaders.length === 0 ? 'nothing is shown yet' : lead}.`
}
