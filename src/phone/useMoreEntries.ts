import type { ComputedRef, Ref } from 'vue'
import type { Entry, MoreEntries, RoomState } from '../polls/protocol.ts'
import { computed, shallowRef, watch } from 'vue'
import { countUnlisted } from '../polls/entries/onScreen.ts'
import { moreEntriesPath } from '../polls/protocol.ts'

export interface UseMoreEntriesReturn {
  /** Those of the room's tally, and those that were asked for. */
  entries: ComputedRef<Entry[]>
  /** How many more there are. */
  more: ComputedRef<number>
  showMore: () => void
}

const PAGE = 50
/** So long at most after a change those that were asked for are asked for again; not by all phones at once. */
const REFRESH_MS = 2000

/** The entries of a board that has more than a tally can list. */
export function useMoreEntries(room: Ref<RoomState | undefined>): UseMoreEntriesReturn {
  const extra = shallowRef<Entry[]>([])
  let [wanted, of] = [0, '']
  let timer: ReturnType<typeof setTimeout> | undefined

  const tally = computed(() => room.value?.tally && 'entries' in room.value.tally ? room.value.tally : undefined)
  const entries = computed(() => {
    const listed = tally.value?.entries ?? []
    const ids = listed.map(({ id }) => id)
    return [...listed, ...extra.value.filter(({ id }) => !ids.includes(id))]
  })

  async function load() {
    timer = undefined
    const asked = of
    const path = moreEntriesPath(room.value?.poll?.id ?? '')
    const got = await fetch(`.${path}?count=${wanted}`).then(response => response.json()).catch(() => {}) as
      Partial<MoreEntries> | undefined
    if (got?.entries && asked === of)
      extra.value = got.entries
  }

  watch(room, (now) => {
    const key = `${now?.poll?.id}/${now?.round}`
    if (key !== of) {
      [of, wanted, extra.value] = [key, 0, []]
    }
    else if (wanted > 0) {
      // One that has left the tally is missing until it is among the others.
      timer ??= setTimeout(load, REFRESH_MS * Math.random())
    }
  })

  return {
    entries,
    more: computed(() => Math.max(
      0,
      (tally.value?.entries.length ?? 0) + countUnlisted(tally.value) - entries.value.length,
    )),
    showMore() {
      wanted = extra.value.length + PAGE
      void load()
    },
  }
}
