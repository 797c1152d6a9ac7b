import type { RoundEdits } from '../phase.ts'
import type { Poll } from '../pollsFile.ts'
import type { Answer, DeckPoll, Entry, PublicPoll, Solution, Tally } from '../protocol.ts'
import type { AnswerCount } from '../store.ts'
import type { Kind, ReadAnswer } from './rules.ts'
import { choice } from './choice/answer.ts'
import { estimate } from './estimate/answer.ts'
import { questions } from './questions/answer.ts'
import { rank } from './rank/answer.ts'
import { scale } from './scale/answer.ts'
import { words } from './words/answer.ts'

const KINDS: { [K in Poll['kind']]: Kind<Extract<Poll, { kind: K }>> } = {
  choice,
  estimate,
  questions,
  rank,
  scale,
  words,
}

/** The rules of a poll's kind. */
function kindOf(poll: Poll): Kind<Poll> {
  return KINDS[poll.kind] as Kind<Poll>
}

/** The part of a poll that anybody may see at any time. */
export function publicPoll(poll: Poll): PublicPoll {
  return kindOf(poll).publicPoll(poll)
}

/**
 * What the deck knows of a poll from the start: nothing that is held back either, since its bundle is a public file.
 */
export function deckPoll(poll: Poll): DeckPoll {
  const { discuss, pair } = { discuss: undefined, pair: undefined, ...poll }
  return {
    ...publicPoll(poll),
    auto: poll.auto,
    ...(discuss !== undefined && { discuss }),
    ...(pair !== undefined && { pair }),
  }
}

/** Checks an answer against its poll and brings it into the form in which it is kept. */
export function readAnswer(poll: Poll, answer: Answer): ReadAnswer {
  return kindOf(poll).readAnswer(poll, answer)
}

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
export function countOf(poll: Poll, answers: AnswerCount[], { paper = [], marks = {} }: Added = {}): Count {
  const kind = kindOf(poll)
  const all = [...answers, ...paper]
  const entries = kind.entries?.(poll, all, marks)
  const tally = kind.tally(poll, all, entries ?? [])
  // A slip that counts for nobody, such as one outside bounds that have moved, is none of the people either.
  const fromPaper = paper.length > 0 ? kind.tally(poll, paper, []).people : 0
  return { tally: fromPaper > 0 ? { ...tally, paper: fromPaper } : tally, entries }
}

/** The tally of `countOf` alone. */
export function tallyOf(poll: Poll, answers: AnswerCount[], added?: Added): Tally {
  return countOf(poll, answers, added).tally
}

/** What the author holds back until the reveal. */
export function solutionOf(poll: Poll): Solution {
  if (poll.kind === 'choice' && poll.answer)
    return { right: poll.answer }
  return poll.kind === 'estimate' && poll.reference ? { reference: poll.reference } : {}
}
