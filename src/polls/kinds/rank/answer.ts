import type { Kind } from '../rules.ts'
import { z } from 'zod'
import { asked, options } from '../schemaParts.ts'

export const rankSchema = z.strictObject({ ...asked, kind: z.literal('rank'), options })

export type RankDefinition = z.infer<typeof rankSchema>

export const rank: Kind<RankDefinition> = {
  publicPoll: ({ id, kind, question, options }) => ({ id, kind, question, options }),

  readAnswer(poll, answer) {
    if (
      !Array.isArray(answer)
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
    const first = { ...counts }
    let people = 0
    for (const { answer, people: n } of answers) {
      people += n
      // Options that have left polls.yaml since the vote give way to those behind them.
      const order = Array.isArray(answer) ? answer.filter(id => Object.hasOwn(counts, id)) : []
      order.forEach((id, place) => counts[id] = (counts[id] ?? 0) + n * (ids.length - 1 - place))
      const [best] = order
      if (best)
        first[best] = (first[best] ?? 0) + n
    }
    return { kind: 'rank', people, counts, first }
  },
}
