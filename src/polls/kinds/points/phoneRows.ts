import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneMe, PhoneResult } from '../../results/phoneRows.ts'
import type { PointsPoll } from './answer.ts'
import type { Stake } from './stakes.ts'
import { RESULTS } from '../../laterWords.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'
import { ALL_POINTS, pointsFor } from './answer.ts'
import { formatMean, stakesOf } from './stakes.ts'

/** The options by the room's points, beside this phone's own; without the room's until the results are shown. */
export function pointsResult(poll: PointsPoll, room: RoomState, answer: Answer | undefined): PhoneResult {
  const tally = tallyOfKind(room, 'points')
  const stakes = stakesOf(poll, tally)
  const longest = Math.max(1, ...stakes.map(({ mean }) => mean))
  return {
    me: meOf(stakes, answer, tally !== undefined),
    rows: stakes.map(({ id, text, number, colour, mean }) => {
      const own = pointsFor(answer, id)
      return {
        text,
        number,
        colour,
        mine: own > 0,
        tags: own > 0 ? [RESULTS.yourPoints(own)] : [],
        ...(tally && { share: mean / longest, value: formatMean(mean) }),
      }
    }),
  }
}

/** What this phone gave most to, and what the room gave that. */
function meOf(stakes: Stake[], answer: Answer | undefined, isShown: boolean): PhoneMe | undefined {
  const most = Math.max(...stakes.map(({ id }) => pointsFor(answer, id)))
  const first = stakes.filter(({ id }) => pointsFor(answer, id) === most)
  const [one] = first
  if (most === 0 || !one)
    return undefined
  return {
    lead: RESULTS.gaveMost(most),
    said: first.map(({ text }) => text),
    ...(first.length === 1 && { colour: one.colour }),
    ...(first.length === 1 && isShown && { share: formatMean(one.mean), note: RESULTS.pointsOfRoom(ALL_POINTS) }),
  }
}
