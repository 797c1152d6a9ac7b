/**
 * How sure a voter is. A poll with `confidence` takes each answer in two forms: alone, from somebody who has not said
 * how sure they are, and as the `value` of this one.
 *
 * @typeParam V the answer alone, such as a point of a scale or the ids of options
 */
export interface Sure<V> {
  value: V
  /** False for a guess. */
  sure: boolean
}

/** An answer of a poll that asks how sure one is. */
export type MaybeSure<V> = V | Sure<V>

function isSure(answer: unknown): answer is Sure<unknown> {
  return typeof answer === 'object' && answer !== null && 'value' in answer && 'sure' in answer
    && typeof answer.sure === 'boolean'
}

/** The answer alone, whatever its shape. */
export const saidIn = (answer: unknown): unknown => isSure(answer) ? answer.value : answer

/** Whether the voter is sure, or only guesses; undefined where they have not said. */
export const sureIn = (answer: unknown): boolean | undefined => isSure(answer) ? answer.sure : undefined

/** The answer together with how sure the voter is. */
export const withSure = <V>(value: V, sure: boolean | undefined): MaybeSure<V> =>
  sure === undefined ? value : { value, sure }

/** `yes` or `no` for the exported table; empty where the voter has not said. */
export const sureCell = (answer: unknown): string => ({ true: 'yes', false: 'no' })[String(sureIn(answer))] ?? ''
