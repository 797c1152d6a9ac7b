import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Entry, ModeratedEntries } from '../polls/protocol.ts'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { keepOrder } from '../polls/entries/sorting.ts'
import { askRoom } from '../polls/entries/sortingCalls.ts'
import { entriesPath } from '../polls/protocol.ts'

export interface UseEntryPagesOptions {
  /** Id of the poll. */
  poll: () => string
  /** Changes whenever the room may have something new. */
  news: () => unknown
}

export interface UseEntryPagesReturn {
  search: Ref<string>
  /** Undefined until the room has answered. */
  onScreen: ShallowRef<Entry[] | undefined>
  /** The round that is listed. */
  round: () => number
  counts: ComputedRef<ModeratedEntries['counts']>
  /** How many have come that are not on screen yet. */
  added: ComputedRef<number>
  /** How many more there are below those on screen. */
  more: ComputedRef<number>
  /** Why the list may be old. */
  fault: Ref<string | undefined>
  /** Asks for the list as it is now; what is on screen stays where it is. */
  refresh: () => Promise<void>
  /** Shows what has come, in the room's order. */
  showAdded: () => void
  showMore: () => void
}

/** Entries on a page. */
const PAGE = 60
/** While somebody types, or votes rain in, one question is asked for all. */
const SOON_MS = 120

/** What people wrote in a poll, page by page. Nothing on screen moves until it is asked to. */
export function useEntryPages({ poll, news }: UseEntryPagesOptions): UseEntryPagesReturn {
  const search = ref('')
  const fault = ref<string>()
  const onScreen = shallowRef<Entry[]>()
  /** As the room had it last, and for what it was asked. */
  const fresh = shallowRef<{ key: string, list: ModeratedEntries }>()
  let [wanted, turn] = [PAGE, 0]
  let timer: ReturnType<typeof setTimeout> | undefined

  async function refresh(): Promise<void> {
    const mine = ++turn
    const key = `${poll()}?${search.value}`
    // Some more than are on screen, so that those stay known while new ones come in above them.
    const query = new URLSearchParams({ count: String(wanted + PAGE), search: search.value })
    const list = await askRoom<ModeratedEntries>(`${entriesPath(poll())}?${query}`)
    if (mine !== turn)
      return
    fault.value = typeof list === 'object' ? undefined : list ?? 'The room does not answer; what you see may be old.'
    if (typeof list !== 'object')
      return
    const isSame = fresh.value?.key === key && fresh.value.list.round === list.round
    fresh.value = { key, list }
    if (isSame && onScreen.value && onScreen.value.length > 0)
      onScreen.value = keepOrder(onScreen.value, list.entries, list.entries.length === list.found)
    else
      showAdded()
  }

  function showAdded(): void {
    onScreen.value = fresh.value?.list.entries.slice(0, wanted)
  }
  function soon(): void {
    clearTimeout(timer)
    timer = setTimeout(refresh, SOON_MS)
  }
  watch([poll, news], soon, { immediate: true })
  watch(search, () => {
    wanted = PAGE
    soon()
  })
  onScopeDispose(() => clearTimeout(timer))

  const added = computed(() => countAdded(onScreen.value, fresh.value?.list.entries))
  return {
    search,
    onScreen,
    round: () => fresh.value?.list.round ?? 1,
    counts: computed(() => fresh.value?.list.counts ?? {}),
    added,
    more: computed(() => Math.max(0, (fresh.value?.list.found ?? 0) - (onScreen.value?.length ?? 0) - added.value)),
    fault,
    refresh,
    showAdded,
    showMore() {
      wanted = (onScreen.value?.length ?? 0) + PAGE
      showAdded()
      void refresh().then(showAdded)
    },
  }
}

/** The room's order says which of those that are not on screen belong above the last one that is. */
function countAdded(onScreen: Entry[] = [], fresh: Entry[] = []): number {
  const shown = new Set(onScreen.map(({ id }) => id))
  const ids = fresh.map(({ id }) => id)
  const end = ids.reduce((last, id, i) => shown.has(id) ? i : last, 0)
  return ids.slice(0, end).filter(id => !shown.has(id)).length
}
