import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneMe, PhoneResult } from '../../results/phoneRows.ts'
import type { RankPoll, RankTally } from './answer.ts'
import { formatShare } from '../../amounts.ts'
import { answerList } from '../../ballot/draft.ts'
import { RESULTS } from '../../laterWords.ts'
import { optionColour } from '../../results/optionColour.ts'
import { othersOf } from '../../results/phoneRows.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'

/**
 * The options of a ranking by points, then by this phone's own order; without points until the results are shown. The
 * number before an option is its place in the room.
 */
export function rankResult(poll: RankPoll, room: RoomState, answer: Answer | undefined): PhoneResult {
  const mine = answerList(answer)
  const tally = tallyOfKind(room, 'rank')
  const most = (tally?.people ?? 0) * (poll.options.length - 1)
  const points = (id: string) => tally?.counts[id] ?? 0
  const options = poll.options
    .map((option, i) => ({ ...option, colour: optionColour(option.id, i) }))
    .sort((a, b) => points(b.id) - points(a.id) || mine.indexOf(a.id) - mine.indexOf(b.id))
  return {
    me: meOf(options.find(option => option.id === mine[0]), tally),
    rows: options.map(({ id, text, colour }) => ({
      text,
      ...(tally && { number: 1 + options.filter(other => points(other.id) > points(id)).length }),
      colour,
      mine: false,
      tags: mine.includes(id) ? [RESULTS.yourPlace(mine.indexOf(id) + 1)] : [],
      ...(tally && { share: points(id) / Math.max(1, most), value: '' }),
    })),
  }
}

function meOf(
  first: { id: string, text: string, colour: string } | undefined,
  tally: RankTally | undefined,
): PhoneMe | undefined {
  if (!first)
    return undefined
  const count = tally?.places[first.id]?.[0] ?? 0
  return {
    lead: RESULTS.putFirst(tally && othersOf(count)),
    said: [first.text],
    colour: first.colour,
    ...(tally && { share: formatShare(count, tally.people), note: RESULTS.firstOfRoom }),
  }
}
