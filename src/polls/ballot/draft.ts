import type { ComputedRef, Ref } from 'vue'
import type { Answer } from '../protocol.ts'
import { computed, shallowRef, watch } from 'vue'
import { saidIn } from '../kinds/sureAnswer.ts'

export interface UseDraftReturn<T> {
  /** To be replaced as a whole: a change inside it is not noticed. */
  draft: Ref<T>
  /** Whether the draft differs from the answer. */
  changed: ComputedRef<boolean>
}

/**
 * The unsent answer in a form. It follows `answer` until the voter changes something. From then on a new `answer`, such
 * as the tidied one that the room counted, does not overwrite what the voter is writing.
 *
 * @param answer the last one that was sent or counted
 * @param read turns an answer into what the form edits; must survive `JSON.stringify`
 */
export function useDraft<T>(
  answer: () => Answer | undefined,
  read: (answer: Answer | undefined) => T,
): UseDraftReturn<T> {
  const draft = shallowRef(read(answer())) as Ref<T>
  const saved = computed(() => JSON.stringify(read(answer())))
  const written = computed(() => JSON.stringify(draft.value))
  watch(saved, (_, before) => {
    // An answer that vanishes was refused: the draft stays, so that it can be sent again.
    if (written.value === before && answer() !== undefined)
      draft.value = read(answer())
  })
  return { draft, changed: computed(() => written.value !== saved.value) }
}

/** The ids or texts of an answer as a copy, sure or not; empty for an answer of another shape. */
export function answerList(answer: Answer | undefined): string[] {
  const said = saidIn(answer)
  return Array.isArray(said) ? [...said] : []
}
