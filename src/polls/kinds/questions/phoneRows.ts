import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneResult } from '../../results/phoneRows.ts'
import type { QuestionsPoll } from './answer.ts'
import { countUnlisted } from '../../entries/onScreen.ts'
import { RESULTS } from '../../laterWords.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'
import { boardAnswerOf, boardRows } from './board.ts'

/** The questions of a board in its order, with the number of people who want an answer. */
export function questionsResult(_: QuestionsPoll, room: RoomState, answer: Answer | undefined): PhoneResult {
  const mine = boardAnswerOf(answer)
  const tally = tallyOfKind(room, 'questions')
  const entries = boardRows(tally?.entries ?? [], mine)
  const most = Math.max(1, ...entries.map(entry => entry.people))
  return {
    me: mine.ask.length > 0 ? { lead: RESULTS.asked, said: mine.ask } : undefined,
    rows: entries.map(({ text, people, isMine, tags }) => ({ text, mine: isMine, tags, share: people / most, people })),
    more: countUnlisted(tally),
  }
}
