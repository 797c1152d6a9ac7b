import type { ComputedRef, Ref } from 'vue'
import type { Answer } from '../protocol.ts'
import { computed, ref, watch } from 'vue'

export interface UseDraftReturn<T> {
  draft: Ref<T>
  /** Whether it says something else than the answer does. */
  changed: ComputedRef<boolean>
}

/**
 * What is being made of an answer before it is sent. It follows the answer until the voter changes something: an answer
 * that comes again, tidied or after a lost link, undoes nothing.
 *
 * @param answer as it was sent or counted last
 * @param read an answer as the form holds it, of a shape that JSON keeps
 */
export function useDraft<T>(
  answer: () => Answer | undefined,
  read: (answer: Answer | undefined) => T,
): UseDraftReturn<T> {
  const draft = ref(read(answer())) as Ref<T>
  const known = computed(() => JSON.stringify(read(answer())))
  const written = computed(() => JSON.stringify(draft.value))
  watch(known, (_, before) => {
    // Where the answer is gone it was refused: what was made of it may be sent again.
    if (written.value === before && answer() !== undefined)
      draft.value = read(answer())
  })
  return { draft, changed: computed(() => written.value !== known.value) }
}

/** The ids or texts of an answer, none for an answer of another shape. */
export function listOf(answer: Answer | undefined): string[] {
  return Array.isArray(answer) ? [...answer] : []
}
