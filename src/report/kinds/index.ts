import type { PollKind } from '../../polls/protocol.ts'
import type { RoundReport } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import { MIN_GROUP } from '../privacy.ts'
import { tellChoice } from './choice.ts'
import { tellEstimate } from './estimate.ts'
import { tellGrid } from './grid.ts'
import { tellPoints } from './points.ts'
import { tellRank } from './rank.ts'
import { tellScale } from './scale.ts'
import { tellQuestions, tellWords } from './texts.ts'

const TELLINGS: Record<PollKind, (counted: never) => Telling> = {
  choice: tellChoice,
  scale: tellScale,
  estimate: tellEstimate,
  words: tellWords,
  rank: tellRank,
  points: tellPoints,
  grid: tellGrid,
  questions: tellQuestions,
}

/** What may be told of a round. */
export function tellRound(counted: CountedRound): RoundReport {
  const { poll, round, tally } = counted
  if (tally.people < MIN_GROUP) {
    const notes = ['Fewer than five people answered, so nothing more is told of it.']
    return { round, columns: [], rows: [], facts: [], notes }
  }
  return { round, people: tally.people, ...TELLINGS[poll.kind](counted as never) }
}
