import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneResult } from '../../results/phoneRows.ts'
import type { ScalePoll } from './answer.ts'
import { formatShare } from '../../amounts.ts'
import { RESULTS } from '../../laterWords.ts'
import { othersOf, shareOf } from '../../results/phoneRows.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'
import { pointOf } from './answer.ts'

/** The points of a scale from 1 up, without shares until the results are shown. */
export function scaleResult(poll: ScalePoll, room: RoomState, answer: Answer | undefined): PhoneResult {
  const point = pointOf(answer)
  const tally = tallyOfKind(room, 'scale')
  const count = point === undefined ? 0 : tally?.counts[point] ?? 0
  const label = point === undefined ? '' : poll.labels[point - 1]
  return {
    me: point === undefined
      ? undefined
      : {
          lead: RESULTS.said(tally && othersOf(count)),
          said: [label ? `${point}, ${label}` : `${point}`],
          colour: 'var(--accent)',
          ...(tally && { share: formatShare(count, tally.people), note: RESULTS.shareOfRoom }),
        },
    rows: poll.labels.map((text, i) => ({
      text,
      number: i + 1,
      mine: point === i + 1,
      tags: point === i + 1 ? [RESULTS.you] : [],
      ...shareOf(tally, i + 1),
    })),
  }
}
