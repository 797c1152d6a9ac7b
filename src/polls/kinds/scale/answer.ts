import type { Answer, ScaleTally } from '../../protocol.ts'
import type { Kind } from '../rules.ts'
import { z } from 'zod'
import { asked, line, slug } from '../schemaParts.ts'

const POINTS = ['1', '2', '3', '4', '5'] as const
const ENDS_OR_ALL = 'must be two labels, for 1 and 5, or five'

export const scaleSchema = z.strictObject({
  ...asked,
  kind: z.literal('scale'),
  /** What the ends mean, or what each of the five points means. */
  labels: z.array(line(40), { error: ENDS_OR_ALL })
    .refine(item => item.length === 2 || item.length === 5, ENDS_OR_ALL)
    .transform(item => item.length === 5 ? item : [item[0] ?? '', '', '', '', item[1] ?? '']),
  /** Ask too how sure the voter is. */
  confidence: z.boolean().default(false),
  pair: slug.optional(),
})

export type ScaleDefinition = z.infer<typeof scaleSchema>

const valueOf = (answer: Answer): unknown => typeof answer === 'object' && 'value' in answer ? answer.value : answer

export const scale: Kind<ScaleDefinition> = {
  publicPoll: ({ id, kind, question, labels, confidence }) => ({ id, kind, question, labels, confidence }),

  readAnswer(poll, answer) {
    const value = valueOf(answer)
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > POINTS.length)
      return { fault: 'choose a whole number from 1 to 5' }
    if (!poll.confidence)
      return typeof answer === 'number' ? { answer } : { fault: 'send the number alone' }
    return typeof answer === 'object' && 'sure' in answer
      ? { answer: { value, sure: answer.sure } }
      : { fault: 'say too whether you are sure' }
  },

  tally(poll, answers) {
    const counts: Record<string, number> = Object.fromEntries(POINTS.map(text => [text, 0]))
    const sure = { ...counts }
    let people = 0
    let sum = 0
    for (const { answer, people: n } of answers) {
      const value = valueOf(answer)
      const point = String(value)
      if (typeof value !== 'number' || !Object.hasOwn(counts, point))
        continue
      people += n
      sum += n * value
      counts[point] = (counts[point] ?? 0) + n
      if (typeof answer === 'object' && 'sure' in answer && answer.sure)
        sure[point] = (sure[point] ?? 0) + n
    }
    const tally: ScaleTally = { kind: 'scale', people, counts }
    return { ...tally, ...(poll.confidence && { sure }), ...(people > 0 && { mean: sum / people }) }
  },
}
