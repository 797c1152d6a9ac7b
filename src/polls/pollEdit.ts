import type { Poll } from './pollsFile.ts'

/**
 * What an author may change of a poll in which people have voted already: words, clocks, and what is shown of the
 * ballots that are there. Every other field, also of a kind that is yet to come, says what a ballot is.
 */
const FREE = new Set([
  'question',
  'live',
  'auto',
  'seconds',
  'discuss',
  'answer',
  'reference',
  'ordered',
  'approve',
  'block',
  'pair',
])

/** Lists of which only the ids and their order say what a ballot is; of labels, which have none, how many there are. */
const WORDED = new Set(['options', 'items', 'labels'])

/**
 * Why a change of `polls.yaml` is not taken over while the room runs: people have voted, and their ballots would mean
 * something else. Undefined where it is taken over.
 *
 * @param before the poll as the room runs it; undefined where it is new
 * @param after the poll as it is written now; undefined where it was deleted
 * @param hasBallots whether anybody has voted in it in this session, or may vote at this moment
 */
export function refusalOf(before: Poll | undefined, after: Poll | undefined, hasBallots: boolean): string | undefined {
  if (!before || !hasBallots)
    return undefined
  if (!after)
    return `The poll "${before.id}" is gone from polls.yaml, but people have voted in it: put it back.`
  const changed = changedFields(before, after)
  return changed.length === 0
    ? undefined
    : `The poll "${before.id}" in polls.yaml has another ${formatFields(changed)}, but people have voted in it: `
      + 'undo that, or give the new poll an id of its own.'
}

/** Fields that say what a ballot is, and differ. */
function changedFields(before: Poll, after: Poll): string[] {
  // Another kind has other fields altogether.
  if (before.kind !== after.kind)
    return ['kind']
  const [was, is] = [before, after].map(poll => ({ ...poll }) as Record<string, unknown>) as [Fields, Fields]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => {
    const read = WORDED.has(name) ? withoutWords : JSON.stringify
    return !FREE.has(name) && read(was[name]) !== read(is[name])
  })
}

type Fields = Record<string, unknown>

/** The ids of a list in their order; of one whose entries have none, only how many they are. */
function withoutWords(list: unknown): string {
  return [list].flat().map(item => typeof item === 'string' ? '' : (item as { id?: string } | undefined)?.id).join()
}

const FIELD_WORDS: Record<string, string> = {
  options: 'list of option ids',
  items: 'list of item ids',
  labels: 'number of labels',
}

function formatFields(fields: string[]): string {
  return fields.map(name => FIELD_WORDS[name] ?? name).join(' and another ')
}
