import type { BasePoll, BaseTally, KindRules, PollOption } from '../base.ts'
import type { MaybeSure } from '../sureAnswer.ts'
import { isTextList } from '../base.ts'
import { saidIn, sureCell, sureIn, withSure } from '../sureAnswer.ts'

export interface ChoicePoll extends BasePoll {
  kind: 'choice'
  options: PollOption[]
  /** Whether several options may be chosen. */
  several: boolean
  /** Whether the options have an order of their own, which results keep. */
  ordered?: boolean | undefined
  /** Whether voters are asked if they are sure. */
  confidence?: boolean | undefined
}

/** Ids of the chosen options, in the order of the poll. */
export type ChoiceAnswer = MaybeSure<string[]>

export interface ChoiceTally extends BaseTally {
  kind: 'choice'
  /** Number of people by option id; every option of the poll is present. */
  counts: Record<string, number>
}

/** The ids in an answer, whether the voter is sure or not; undefined for an answer of another shape. */
export function chosenIn(answer: unknown): string[] | undefined {
  const chosen = saidIn(answer)
  return isTextList(chosen) ? chosen : undefined
}

export const choice: KindRules<ChoicePoll, ChoiceAnswer, ChoiceTally> = {
  isAnswer: (answer): answer is ChoiceAnswer => chosenIn(answer) !== undefined,

  checkAnswer(poll, answer) {
    const chosen = chosenIn(answer)
    if (!chosen)
      return { fault: 'send the ids of options' }
    if (chosen.length === 0)
      return { fault: 'choose at least one option' }
    if (chosen.length > 1 && !poll.several)
      return { fault: 'choose one option only' }
    if (new Set(chosen).size !== chosen.length)
      return { fault: 'choose each option once only' }
    if (!chosen.every(id => poll.options.some(option => option.id === id)))
      return { fault: 'choose among the options of this poll' }
    if (sureIn(answer) !== undefined && !poll.confidence)
      return { fault: 'send the ids alone' }
    // In the order of the poll: the order in which options were ticked does not matter.
    return { answer: withSure(poll.options.flatMap(({ id }) => chosen.includes(id) ? [id] : []), sureIn(answer)) }
  },

  tally(poll, answers) {
    const counts: Record<string, number> = Object.fromEntries(poll.options.map(option => [option.id, 0]))
    let people = 0
    for (const { answer, people: n } of answers) {
      people += n
      for (const id of chosenIn(answer) ?? []) {
        // If an option was deleted from polls.yaml after the vote, its voters still count as people.
        if (Object.hasOwn(counts, id))
          counts[id] = (counts[id] ?? 0) + n
      }
    }
    return { kind: 'choice', people, counts }
  },

  isUnfinished: ({ confidence }, answer) => confidence === true && sureIn(answer) === undefined,
  textsIn: () => undefined,
  answersToCompare: poll => poll.options,
  exportCells: answer => [(chosenIn(answer) ?? []).join(' | '), sureCell(answer)],

  quiz: {
    isRight({ several }, right, answer) {
      const chosen = chosenIn(answer) ?? []
      const hits = chosen.filter(id => right.includes(id)).length
      return several ? hits === right.length && hits === chosen.length : hits > 0
    },
    // Of all ways to tick any number of options, at least one of them, a single one is right.
    luck: ({ several, options }, right) => several ? 1 / (2 ** options.length - 1) : right.length / options.length,
  },
}
