import type { QuizScores } from '../polls/calibration.ts'
import type { Score } from '../polls/protocol.ts'
import type { Merging } from './merging.ts'
import type { CalibrationReport } from './model.ts'
import type { ReadPoll, ReadSession } from './readSession.ts'
import { judge } from '../polls/calibration.ts'
import { publicPoll, solutionOf } from '../polls/pollsFile.ts'
import { areTellable } from './privacy.ts'

const LEFT_OUT = 'How often “sure” was right is left out: some of the numbers are of fewer than five people.'

/**
 * How often people were right when they were sure. Each quiz is a table of right or wrong against sure, guess or not
 * said. They are told all or not at all, since the room's curve is their sum.
 *
 * @param session as it was read
 * @param merging answers that are told together
 * @returns undefined where no quiz asked, or too few people answered
 */
export function reportCalibration(
  session: ReadSession,
  merging: Merging,
): CalibrationReport | undefined {
  const { polls, calibration: counted } = session
  if (!counted || counted.quizzes.length === 0)
    return undefined
  const found = counted.quizzes.map(quiz => ({ quiz, read: polls.find(({ poll }) => poll.id === quiz.poll) }))
  const told = { people: counted.people, questions: counted.quizzes.length, quizzes: [], notes: [] }
  const standsAlone = (poll: string, id: string) =>
    merging.get(poll)?.some(group => group.length === 1 && group[0] === id)
  const isRightMerged = found.some(({ read }) =>
    read && solutionOf(read.poll).right?.some(id => !standsAlone(read.poll.id, id)))
  const tables = found.map(({ quiz, read }) => cellsOf(quiz, read))
  const sum = tables.reduce((total, cells) => total.map((people, i) => people + (cells[i] ?? 0)), [0, 0, 0, 0, 0, 0])
  if (isRightMerged || !areTellable(sum))
    return { ...told, notes: [LEFT_OUT] }
  const isTold = tables.every(areTellable)
  return {
    ...told,
    ...counted.curve && { curve: counted.curve },
    quizzes: isTold
      ? found.map(({ quiz, read }) =>
          ({ poll: quiz.poll, question: read?.poll.question ?? quiz.poll, sure: quiz.sure, guess: quiz.guess }))
      : [],
    notes: isTold ? [] : ['The quizzes are told together only: some of their numbers are of fewer than five people.'],
  }
}

/** Right and wrong answers of those who were sure, who guessed, and who did not say. */
function cellsOf({ round, sure, guess }: QuizScores, read: ReadPoll | undefined): number[] {
  const all = read ? allAnswers(read, round) : { right: 0, of: 0 }
  const unsaid = { right: all.right - sure.right - guess.right, of: all.of - sure.of - guess.of }
  return [sure, guess, unsaid].flatMap(({ right, of }) => [right, of - right])
}

function allAnswers({ poll, rounds }: ReadPoll, wanted: number): Score {
  const counted = rounds.find(({ round }) => round === wanted)
  const answers = [...counted?.answers ?? [], ...counted?.added.paper ?? []]
  return answers.reduce((score, { answer, people }) => {
    const isRight = judge(publicPoll(poll), solutionOf(poll), answer)?.right ?? false
    return { right: score.right + (isRight ? people : 0), of: score.of + people }
  }, { right: 0, of: 0 })
}
