import type { PollKind } from '../../polls/protocol.ts'
import type { RoundReport } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import { MIN_GROUP } from '../privacy.ts'
import { reportChoice } from './choice.ts'
import { reportEstimate } from './estimate.ts'
import { reportGrid } from './grid.ts'
import { reportPoints } from './points.ts'
import { reportRank } from './rank.ts'
import { reportScale } from './scale.ts'
import { reportQuestions, reportWords } from './texts.ts'

const TELLINGS: Record<PollKind, (counted: never) => Telling> = {
  choice: reportChoice,
  scale: reportScale,
  estimate: reportEstimate,
  words: reportWords,
  rank: reportRank,
  points: reportPoints,
  grid: reportGrid,
  questions: reportQuestions,
}

/** What may be told of a round. */
export function reportRound(counted: CountedRound): RoundReport {
  const { poll, round, tally } = counted
  if (tally.people < MIN_GROUP) {
    const notes = ['Fewer than five people answered, so nothing more is told of it.']
    return { round, columns: [], rows: [], facts: [], notes }
  }
  return { round, people: tally.people, ...TELLINGS[poll.kind](counted as never) }
}
