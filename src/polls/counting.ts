import type { CountedAnswer, Entry } from './kinds/base.ts'
import type { Tally } from './kinds/types.ts'
import type { RoundEdits } from './phase.ts'
import type { Poll } from './pollsFile.ts'
import { groupEntries } from './entries/group.ts'
import { rulesOf } from './kinds/rules.ts'

/** What the presenter added to a round: ballots from paper, and states of entries. */
export type Added = Pick<RoundEdits, 'paper' | 'marks'>

/** A round as counted: for the room, and every entry of a poll that takes free text. */
export interface Count {
  tally: Tally
  entries?: Entry[] | undefined
}

/**
 * Counts a round. People are the base of every share: with several options allowed the counts add up to more.
 *
 * @param poll what was asked
 * @param answers from phones, equal ones together
 * @param added by the presenter
 */
export function countOf(poll: Poll, answers: CountedAnswer[], { paper = [], marks = {} }: Added = {}): Count {
  const rules = rulesOf(poll.kind)
  const all = [...answers, ...paper]
  const entries = 'approve' in poll ? groupEntries(textsIn(poll, all), { states: marks, ...poll }) : undefined
  const tally = rules.tally(poll, all, entries ?? [])
  // A slip that counts for nobody, such as one outside bounds that have moved, is none of the people either.
  const fromPaper = paper.length > 0 ? rules.tally(poll, paper, []).people : 0
  return { tally: fromPaper > 0 ? { ...tally, paper: fromPaper } : tally, entries }
}

/** The tally of `countOf` alone. */
export function tallyOf(poll: Poll, answers: CountedAnswer[], added?: Added): Tally {
  return countOf(poll, answers, added).tally
}

function textsIn(poll: Poll, answers: CountedAnswer[]): Parameters<typeof groupEntries>[0] {
  return answers.flatMap(({ answer, people }) => {
    const written = rulesOf(poll.kind).textsIn(answer)
    return written ? [{ ...written, people }] : []
  })
}
