import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneRow } from '../../results/phoneRows.ts'
import type { ScalePoll } from './answer.ts'
import { shareOf, tagOwn } from '../../results/phoneRows.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'
import { pointOf } from './answer.ts'

/** The points of a scale from 1 up, without numbers of people until the results are shown. */
export function scaleRows(poll: ScalePoll, room: RoomState, answer: Answer | undefined): PhoneRow[] {
  const point = pointOf(answer)
  const tally = tallyOfKind(room, 'scale')
  return poll.labels.map((label, i) => ({
    text: label ? `${i + 1} ${label}` : `${i + 1}`,
    mine: point === i + 1,
    tags: tagOwn(point === i + 1),
    ...shareOf(tally, i + 1),
  }))
}
