import type { Ref } from 'vue'
import type { Reaction } from '../polls/reactions/reactions.ts'
import { shallowRef, watch } from 'vue'
import { REACTIONS } from '../polls/reactions/reactions.ts'
import { useRoomClient } from './useRoomClient.ts'

/** A sign on the wall: one for all of a kind that came within half a second. */
export interface ReactionMark {
  /** Grows with every mark. */
  key: number
  reaction: Reaction
  people: number
}

/** A mark is there for so long. */
export const MARK_MS = 1600
/** Messages come twice a second, each with four marks at most; should more come, the oldest go. */
const MOST_MARKS = 4 * REACTIONS.length

/** The marks that stand on the wall now, the newest last. */
export function useReactionMarks(): Readonly<Ref<readonly ReactionMark[]>> {
  const { reactions } = useRoomClient()
  const marks = shallowRef<readonly ReactionMark[]>([])
  let lastKey = 0

  watch(reactions, (counts) => {
    const fresh = REACTIONS.flatMap((reaction): ReactionMark[] => {
      const people = counts?.[reaction] ?? 0
      return people > 0 ? [{ key: ++lastKey, reaction, people }] : []
    })
    marks.value = [...marks.value, ...fresh].slice(-MOST_MARKS)
    setTimeout(() => marks.value = marks.value.filter(mark => !fresh.includes(mark)), MARK_MS)
  })
  return marks
}
