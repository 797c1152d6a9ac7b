import type { BasePoll, BaseTally, KindRules, PollOption } from '../base.ts'
import { isTextList } from '../base.ts'

export interface RankPoll extends BasePoll {
  kind: 'rank'
  options: PollOption[]
}

/** Ids of all options, the best first. */
export type RankAnswer = string[]

export interface RankTally extends BaseTally {
  kind: 'rank'
  /** Points by option id, see `tally`. */
  counts: Record<string, number>
  /** Number of people who put an option first, second and so on, by option id. */
  places: Record<string, number[]>
}

export const rank: KindRules<RankPoll, RankAnswer, RankTally> = {
  isAnswer: isTextList,

  checkAnswer(poll, answer) {
    if (
      !isTextList(answer)
      || answer.length !== poll.options.length
      || !poll.options.every(({ id }) => answer.includes(id))
    ) {
      return { fault: 'put every option in its place, each once' }
    }
    return { answer }
  },

  /** Borda count: of n options the one ranked first gets n − 1 points, the last none (J.-C. de Borda, 1781). */
  tally(poll, answers) {
    const ids = poll.options.map(option => option.id)
    const counts: Record<string, number> = Object.fromEntries(ids.map(id => [id, 0]))
    const places: Record<string, number[]> = Object.fromEntries(ids.map(id => [id, ids.map(() => 0)]))
    let people = 0
    for (const { answer, people: n } of answers) {
      people += n
      // An option that was deleted from polls.yaml after the vote is skipped: those behind it move up.
      const order = isTextList(answer) ? answer.filter(id => Object.hasOwn(counts, id)) : []
      order.forEach((id, place) => {
        counts[id] = (counts[id] ?? 0) + n * (ids.length - 1 - place)
        places[id] = (places[id] ?? []).map((sum, at) => at === place ? sum + n : sum)
      })
    }
    return { kind: 'rank', people, counts, places }
  },

  textsIn: () => undefined,
  answersToCompare: () => undefined,
  exportCells: answer => [answer.join(' | '), ''],
}
