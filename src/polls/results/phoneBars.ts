import type { FunctionalComponent } from 'vue'
import type { Answer, RoomState } from '../protocol.ts'
import type { PhoneRow } from './phoneRows.ts'
import type { PhoneResultsProps } from './resultsProps.ts'
import { createVNode } from 'vue'
import PhoneBars from './PhoneBars.vue'

/** The results of a kind whose answers are drawn as bars on a phone, from the rows of that kind. */
export function phoneBars<P>(
  rowsOf: (poll: P, room: RoomState, answer: Answer | undefined) => PhoneRow[],
): FunctionalComponent<PhoneResultsProps & { poll: P }> {
  return ({ poll, room, answer }) => createVNode(PhoneBars, { rows: rowsOf(poll, room, answer) })
}
