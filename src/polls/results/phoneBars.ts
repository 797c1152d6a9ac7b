import type { FunctionalComponent } from 'vue'
import type { Answer, RoomState } from '../protocol.ts'
import type { PhoneResult } from './phoneRows.ts'
import type { PhoneResultsProps } from './resultsProps.ts'
import { createVNode } from 'vue'
import PhoneBars from './PhoneBars.vue'

/** Makes the phone's results component of a kind that is drawn as bars, from a function that gives what it shows. */
export function phoneBars<P>(
  resultOf: (poll: P, room: RoomState, answer: Answer | undefined) => PhoneResult,
): FunctionalComponent<PhoneResultsProps & { poll: P }> {
  return ({ poll, room, answer }) => createVNode(PhoneBars, resultOf(poll, room, answer) as never)
}
