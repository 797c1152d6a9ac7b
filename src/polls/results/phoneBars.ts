import type { FunctionalComponent } from 'vue'
import type { Answer, RoomState } from '../protocol.ts'
import type { PhoneRow } from './phoneRows.ts'
import type { PhoneResultsProps } from './resultsProps.ts'
import { createVNode } from 'vue'
import PhoneBars from './PhoneBars.vue'

/**
 * Makes the phone's results component of a kind that is drawn as bars.
 *
 * @param rowsOf gives its rows
 * @param countMore how many rows there are beyond those
 */
export function phoneBars<P>(
  rowsOf: (poll: P, room: RoomState, answer: Answer | undefined) => PhoneRow[],
  countMore: (room: RoomState) => number = () => 0,
): FunctionalComponent<PhoneResultsProps & { poll: P }> {
  return ({ poll, room, answer }) => createVNode(PhoneBars, { rows: rowsOf(poll, room, answer), more: countMore(room) })
}
