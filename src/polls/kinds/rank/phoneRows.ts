import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneRow } from '../../results/phoneRows.ts'
import type { RankPoll } from './answer.ts'
import { answerList } from '../../ballot/draft.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'

/** The options of a ranking by points, then by this phone's own order; without points until the results are shown. */
export function rankRows(poll: RankPoll, room: RoomState, answer: Answer | undefined): PhoneRow[] {
  const mine = answerList(answer)
  const tally = tallyOfKind(room, 'rank')
  const most = (tally?.people ?? 0) * (poll.options.length - 1)
  const points = (id: string) => tally && (tally.counts[id] ?? 0)
  return [...poll.options]
    .sort((a, b) => (points(b.id) ?? 0) - (points(a.id) ?? 0) || mine.indexOf(a.id) - mine.indexOf(b.id))
    .map(({ id, text }) => {
      const value = points(id)
      return {
        text,
        mine: false,
        tags: mine.includes(id) ? [`you: ${mine.indexOf(id) + 1}`] : [],
        ...(value !== undefined && {
          share: value / Math.max(1, most),
          value: value === 1 ? '1 point' : `${value} points`,
        }),
      }
    })
}
