import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneRow } from '../../results/phoneRows.ts'
import type { ChoicePoll } from './answer.ts'
import { answerList } from '../../ballot/draft.ts'
import { shareOf, tagOwn } from '../../results/phoneRows.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'

/** The options of a choice in the author's order, without numbers until the results are shown. */
export function choiceRows(poll: ChoicePoll, room: RoomState, answer: Answer | undefined): PhoneRow[] {
  const mine = answerList(answer)
  const tally = tallyOfKind(room, 'choice')
  return poll.options.map(({ id, text }) => ({
    text,
    mine: mine.includes(id),
    tags: [...(room.right?.includes(id) ? ['right'] : []), ...tagOwn(mine.includes(id))],
    ...shareOf(tally, id),
  }))
}
