import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneRow } from '../../results/phoneRows.ts'
import type { QuestionsPoll } from './answer.ts'
import { countUnlisted } from '../../entries/onScreen.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'
import { boardAnswerOf, boardRows } from './board.ts'

/** How many questions there are beyond those that a phone has. */
export function countMoreQuestions(room: RoomState): number {
  return countUnlisted(tallyOfKind(room, 'questions'))
}

/** The questions of a board in its order, with the number of people who want an answer. */
export function questionRows(_: QuestionsPoll, room: RoomState, answer: Answer | undefined): PhoneRow[] {
  const entries = boardRows(tallyOfKind(room, 'questions')?.entries ?? [], boardAnswerOf(answer))
  const most = Math.max(1, ...entries.map(entry => entry.people))
  return entries.map(({ text, people, isMine, tags }) => ({
    text,
    mine: isMine,
    tags,
    share: people / most,
    value: '',
    people,
  }))
}
