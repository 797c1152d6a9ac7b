import type { BasePoll, BaseTally, KindRules, PollOption } from '../base.ts'
import { isTextList } from '../base.ts'

export interface ChoicePoll extends BasePoll {
  kind: 'choice'
  options: PollOption[]
  /** Whether several options may be chosen. */
  several: boolean
  /** Whether the options have an order of their own, which results keep. */
  ordered?: boolean | undefined
}

/** Ids of the chosen options, in the order of the poll. */
export type ChoiceAnswer = string[]

export interface ChoiceTally extends BaseTally {
  kind: 'choice'
  /** Number of people by option id; every option of the poll is present. */
  counts: Record<string, number>
}

export const choice: KindRules<ChoicePoll, ChoiceAnswer, ChoiceTally> = {
  isAnswer: isTextList,

  checkAnswer(poll, answer) {
    if (!isTextList(answer))
      return { fault: 'send the ids of options' }
    if (answer.length === 0)
      return { fault: 'choose at least one option' }
    if (answer.length > 1 && !poll.several)
      return { fault: 'choose one option only' }
    if (new Set(answer).size !== answer.length)
      return { fault: 'choose each option once only' }
    if (!answer.every(id => poll.options.some(option => option.id === id)))
      return { fault: 'choose among the options of this poll' }
    // In the order of the poll: the order in which options were ticked does not matter.
    return { answer: poll.options.flatMap(({ id }) => answer.includes(id) ? [id] : []) }
  },

  tally(poll, answers) {
    const counts: Record<string, number> = Object.fromEntries(poll.options.map(option => [option.id, 0]))
    let people = 0
    for (const { answer, people: n } of answers) {
      people += n
      for (const id of isTextList(answer) ? answer : []) {
        // If an option was deleted from polls.yaml after the vote, its voters still count as people.
        if (Object.hasOwn(counts, id))
          counts[id] = (counts[id] ?? 0) + n
      }
    }
    return { kind: 'choice', people, counts }
  },

  textsIn: () => undefined,
  answersToCompare: poll => poll.options,
  exportCells: answer => [answer.join(' | '), ''],
}
