import type { ComputedRef, Ref } from 'vue'
import type { EntryEdit } from '../polls/entries/sorting.ts'
import type { Entry, EntryState } from '../polls/protocol.ts'
import type { UseEntryPagesOptions, UseEntryPagesReturn } from './useEntryPages.ts'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { backoffMs } from '../polls/backoff.ts'
import { createSorting, withEdits } from '../polls/entries/sorting.ts'
import { sendEdit } from '../polls/entries/sortingCalls.ts'
import { useEntryPages } from './useEntryPages.ts'

export interface UseEntryListReturn
  extends Pick<UseEntryPagesReturn, 'search' | 'counts' | 'added' | 'more' | 'showAdded' | 'showMore'> {
  /** Those on screen, as they will be once all edits are done; undefined until the room has answered. */
  entries: ComputedRef<Entry[] | undefined>
  setState: (entry: Entry, to: EntryState) => void
  /** Merges an entry into another one that says the same. */
  merge: (entry: Entry, into: string) => void
  /** Takes an entry out of the one that it was merged into. */
  takeOut: (entry: Pick<Entry, 'id' | 'text'>, from: string) => void
  /** What was done last, and can be undone. */
  last: Readonly<Ref<EntryEdit | undefined>>
  undo: () => void
  /** Edits that are not done yet. */
  pending: Readonly<Ref<readonly EntryEdit[]>>
  /** Whether they wait for the network. */
  isStuck: Readonly<Ref<boolean>>
  /** Why the last edit was not done, or why the list may be old. */
  problem: ComputedRef<string | undefined>
}

const FIRST_BACKOFF_MS = 400

/** What people wrote in a poll, as somebody sorts it: each edit shows at once, and is sent until the room has it. */
export function useEntryList(options: UseEntryPagesOptions): UseEntryListReturn {
  const pages = useEntryPages(options)
  const pending = shallowRef<readonly EntryEdit[]>([])
  const isStuck = ref(false)
  const last = shallowRef<{ edit: EntryEdit, back: EntryEdit }>()
  const refused = ref<string>()

  const sorting = createSorting({
    send: sendEdit,
    backoff: failures => backoffMs(FIRST_BACKOFF_MS, failures, Math.random),
    onChange() {
      pending.value = sorting.pending()
      isStuck.value = sorting.isStuck()
    },
    onDone(edit) {
      pages.onScreen.value = pages.onScreen.value && withEdits(pages.onScreen.value, [edit])
      // What was taken out of another one stands by itself again.
      void pages.refresh().then(() => 'into' in edit && edit.into === null && pages.showAdded())
    },
    onRefused(edit, why) {
      refused.value = `Not done for “${edit.text}”: ${why}`
      if (last.value?.edit === edit)
        last.value = undefined
      void pages.refresh()
    },
  })
  const retry = () => sorting.retryNow()
  addEventListener('online', retry)
  onScopeDispose(() => removeEventListener('online', retry))

  function edit(entry: Pick<Entry, 'id' | 'text'>, given: Change, back: Change): void {
    const base = { poll: options.poll(), round: pages.round(), entry: entry.id, text: entry.text }
    refused.value = undefined
    last.value = { edit: { ...base, ...given }, back: { ...base, ...back } }
    sorting.add(last.value.edit)
  }

  return {
    ...pages,
    entries: computed(() => pages.onScreen.value && withEdits(pages.onScreen.value, pending.value)),
    setState: (entry, to) => edit(entry, { to }, { to: entry.state }),
    merge: (entry, into) => edit(entry, { into }, { into: null }),
    takeOut: (entry, from) => edit(entry, { into: null }, { into: from }),
    last: computed(() => last.value?.edit),
    undo() {
      if (last.value)
        sorting.add(last.value.back)
      last.value = undefined
    },
    pending,
    isStuck,
    problem: computed(() => refused.value ?? pages.fault.value),
  }
}

type Change = { to: EntryState } | { into: string | null }
