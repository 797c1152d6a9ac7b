import type { CountedAnswer, Entry } from './kinds/base.ts'
import type { Tally } from './kinds/types.ts'
import type { RoundEdits } from './phase.ts'
import type { Poll } from './pollsFile.ts'
import type { Score } from './protocol.ts'
import { sureScore } from './calibration.ts'
import { groupEntries } from './entries/group.ts'
import { rulesOf } from './kinds/rules.ts'
import { solutionOf } from './pollsFile.ts'

/** What the presenter added to a round: ballots from paper, states of entries, and which of them say the same. */
export type AddedByPresenter = Pick<RoundEdits, 'paper' | 'marks' | 'merges'>

/** A counted round: the tally for the room and, of a poll that takes free text, every entry for the presenter. */
export interface Count {
  tally: Tally
  entries?: Entry[] | undefined
  /** How the answers that people are sure of did, which the room may see once the answer is shown. */
  sure?: Score | undefined
}

/**
 * Counts a round. Shares are always of people, so where several options may be chosen they add up to more than 100%.
 *
 * @param poll what was asked
 * @param answers from phones, equal ones counted together
 * @param added what the presenter added
 */
export function countOf(
  poll: Poll,
  answers: CountedAnswer[],
  { paper = [], marks = {}, merges = {} }: AddedByPresenter = {},
): Count {
  const rules = rulesOf(poll.kind)
  const all = [...answers, ...paper]
  const entries = 'approve' in poll ? groupEntries(textsIn(poll, all), { states: marks, merges, ...poll }) : undefined
  const tally = rules.tally(poll, all, entries ?? [])
  // Paper ballots are counted again by themselves: one that is no longer valid, because the poll's bounds were changed,
  // must not be reported as a person on paper.
  const fromPaper = paper.length > 0 ? rules.tally(poll, paper, []).people : 0
  return {
    tally: fromPaper > 0 ? { ...tally, paper: fromPaper } : tally,
    entries,
    sure: sureScore(poll, solutionOf(poll), all),
  }
}

/** As `countOf`, without the entries. */
export function tallyOf(poll: Poll, answers: CountedAnswer[], added?: AddedByPresenter): Tally {
  return countOf(poll, answers, added).tally
}

function textsIn(poll: Poll, answers: CountedAnswer[]): Parameters<typeof groupEntries>[0] {
  return answers.flatMap(({ answer, people }) => {
    const written = rulesOf(poll.kind).textsIn(answer)
    return written ? [{ ...written, people }] : []
  })
}
