import type { BaseEntriesTally } from '../kinds/base.ts'
import { formatBase, listNames, NOBODY } from '../people.ts'

/** Leaders that are named; of more than these only the number is said. */
const MOST_NAMED = 3

/** What a cloud of words or a board of questions says. */
export function formatEntriesResults({ people, entries }: BaseEntriesTally): string {
  if (people === 0)
    return `${NOBODY}.`
  const most = Math.max(...entries.map(entry => entry.people))
  const leaders = entries.filter(entry => entry.people === most)
  const names = leaders.length > MOST_NAMED ? leaders.length : listNames(leaders.map(leader => `“${leader.text}”`))
  const lead = leaders.length === 1 ? `${names} leads with ${most}` : `${names} lead with ${most} each`
  return `${formatBase({ people })}; ${leaders.length === 0 ? 'nothing is shown yet' : lead}.`
}
