import type { Entry, EntryState, MergedEntry } from '../kinds/base.ts'

/** What a moderator does to an entry: gives it a state, or merges it into another one; null takes it out again. */
export type EntryEdit = { poll: string, round: number, entry: string, text: string }
  & ({ to: EntryState } | { into: string | null })

/** `done`, or why it never will be; undefined where nobody answered, so that it is to be sent again. */
export type EditReply = 'done' | { refused: string } | undefined

export interface SortingOptions {
  send: (edit: EntryEdit) => Promise<EditReply>
  /** Told whenever the edits that wait, or the network, have changed. */
  onChange: () => void
  onDone: (edit: EntryEdit) => void
  /** @param why one sentence */
  onRefused: (edit: EntryEdit, why: string) => void
  /** Milliseconds until the next try after so many failures. */
  backoff: (failures: number) => number
}

/** Sends edits one after the other, in their order, each until it is answered. */
export interface Sorting {
  /** Edits that are not done yet, the oldest first. */
  pending: () => readonly EntryEdit[]
  /** Whether the last try got no answer. */
  isStuck: () => boolean
  add: (edit: EntryEdit) => void
  retryNow: () => void
}

export function createSorting({ send, onChange, onDone, onRefused, backoff }: SortingOptions): Sorting {
  let queue: EntryEdit[] = []
  let [isBusy, failures] = [false, 0]
  let timer: ReturnType<typeof setTimeout> | undefined

  async function next(): Promise<void> {
    clearTimeout(timer)
    const [edit] = queue
    if (isBusy || !edit)
      return
    isBusy = true
    const reply = await send(edit)
    isBusy = false
    if (reply === undefined) {
      timer = setTimeout(next, backoff(failures++))
      onChange()
      return
    }
    failures = 0
    queue = queue.slice(1)
    if (reply === 'done')
      onDone(edit)
    else
      onRefused(edit, reply.refused)
    onChange()
    void next()
  }

  return {
    pending: () => queue,
    isStuck: () => failures > 0,
    add(edit) {
      queue = [...queue, edit]
      onChange()
      void next()
    },
    retryNow: () => void next(),
  }
}

/** The entries as they will be once the edits are done, in the same order. */
export function withEdits(entries: readonly Entry[], edits: readonly EntryEdit[]): Entry[] {
  return edits.reduce<Entry[]>((list, edit) => {
    if ('to' in edit)
      return withState(list, edit.entry, edit.to)
    return edit.into === null ? withoutMerged(list, edit.entry) : withMerged(list, edit.entry, edit.into)
  }, [...entries])
}

/** Only one entry is in the spotlight at a time. */
function withState(entries: Entry[], id: string, to: EntryState): Entry[] {
  return entries.map((entry) => {
    if (entry.id === id)
      return { ...entry, state: to }
    return to === 'spotlight' && entry.state === 'spotlight' ? { ...entry, state: 'shown' } : entry
  })
}

function withMerged(entries: Entry[], id: string, into: string): Entry[] {
  const found = entries.find(entry => entry.id === id)
  if (!found || !entries.some(entry => entry.id === into))
    return entries
  const { text, state, merged = [] } = found
  const added: MergedEntry[] = [{ id, text, state }, ...merged]
  // How many both have together only the room knows, who may have supported both.
  return entries.filter(entry => entry.id !== id).map(entry =>
    entry.id === into ? { ...entry, merged: [...entry.merged ?? [], ...added] } : entry)
}

function withoutMerged(entries: Entry[], id: string): Entry[] {
  return entries.map((entry) => {
    const { merged = [], ...rest } = entry
    if (!merged.some(other => other.id === id))
      return entry
    const left = merged.filter(other => other.id !== id)
    return left.length > 0 ? { ...rest, merged: left } : rest
  })
}

/**
 * What is on screen as it is now, in the order in which it is there: nothing moves under a finger about to press.
 *
 * @param shown what is on screen
 * @param fresh what the room has now, as much of it as was asked for
 * @param isAll whether that is all there is, so that what is missing is gone
 */
export function keepOrder(shown: readonly Entry[], fresh: readonly Entry[], isAll: boolean): Entry[] {
  const byId = new Map(fresh.map(entry => [entry.id, entry]))
  const merged = new Set(fresh.flatMap(entry => (entry.merged ?? []).map(({ id }) => id)))
  return shown
    .filter(({ id }) => byId.has(id) || (!isAll && !merged.has(id)))
    .map(entry => byId.get(entry.id) ?? entry)
}
