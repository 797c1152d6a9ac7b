import type { FunctionalComponent } from 'vue'
import type { Answer, RoomState } from '../protocol.ts'
import type { PhoneRow } from './phoneRows.ts'
import type { PhoneResultsProps } from './resultsProps.ts'
import { createVNode } from 'vue'
import PhoneBars from './PhoneBars.vue'

/** Makes the phone's results component of a kind that is drawn as bars, from a function that gives its rows. */
export function phoneBars<P>(
  rowsOf: (poll: P, room: RoomState, answer: Answer | undefined) => PhoneRow[],
): FunctionalComponent<PhoneResultsProps & { poll: P }> {
  return ({ poll, room, answer }) => createVNode(PhoneBars, { rows: rowsOf(poll, room, answer) })
}
