import type { Kind } from '../rules.ts'
import { z } from 'zod'
import { UNITS } from '../../../content/evidenceSchema.ts'
import { asked, line } from '../schemaParts.ts'
import { ESTIMATE_BINS, placeOf } from './axis.ts'

export const estimateSchema = z
  .strictObject({
    ...asked,
    kind: z.literal('estimate'),
    /** A unit of the ledger: says how numbers are written. */
    unit: z.enum(UNITS, { error: `must be one of ${UNITS.join(', ')}` }).default('count'),
    min: z.number({ error: 'must be a number' }),
    max: z.number({ error: 'must be a number' }),
    log: z.boolean().default(true),
    /** Lands on the histogram at the reveal: a number, or the id of a figure of the ledger. */
    reference: z.union([z.number(), line(80)], { error: 'must be a number or the id of a figure' }).optional(),
  })
  .superRefine(({ min, max, log, reference }, context) => {
    if (max <= min)
      context.addIssue({ code: 'custom', path: ['max'], message: 'must be more than min' })
    if (log && min <= 0) {
      context.addIssue({
        code: 'custom',
        path: ['min'],
        message: 'must be more than 0 on a logarithmic axis; set `log: false` for a linear one',
      })
    }
    if (typeof reference === 'number' && (reference < min || reference > max))
      context.addIssue({ code: 'custom', path: ['reference'], message: 'must lie between min and max' })
  })

/** With the reference in the poll's own unit, low and high end. */
export type EstimateDefinition = Omit<z.infer<typeof estimateSchema>, 'reference'> & {
  reference?: [number, number] | undefined
}

export const estimate: Kind<EstimateDefinition> = {
  publicPoll: ({ id, kind, question, unit, min, max, log }) => ({ id, kind, question, unit, min, max, log }),

  readAnswer(poll, answer) {
    if (typeof answer !== 'number' || !Number.isFinite(answer))
      return { fault: 'send a number' }
    if (answer < poll.min || answer > poll.max)
      return { fault: `choose a number from ${poll.min} to ${poll.max}` }
    return { answer }
  },

  tally(poll, answers) {
    const bins = Array.from<number>({ length: ESTIMATE_BINS }).fill(0)
    const values = answers.flatMap(({ answer, people }) =>
      // Bounds may have moved in polls.yaml since the vote.
      typeof answer === 'number' && answer >= poll.min && answer <= poll.max ? [{ value: answer, people }] : [])
    for (const { value, people } of values) {
      const bin = Math.min(ESTIMATE_BINS - 1, Math.floor(placeOf(poll, value) * ESTIMATE_BINS))
      bins[bin] = (bins[bin] ?? 0) + people
    }
    const people = values.reduce((sum, value) => sum + value.people, 0)
    if (people === 0)
      return { kind: 'estimate', people, bins }
    const at = quantilesOf(values)
    return { kind: 'estimate', people, bins, median: at(0.5), middle: [at(0.25), at(0.75)] }
  },
}

/**
 * Sample quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample quantiles in
 * statistical packages" (1996).
 */
function quantilesOf(values: { value: number, people: number }[]): (share: number) => number {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const people = sorted.reduce((sum, item) => sum + item.people, 0)
  const nth = (n: number) => {
    let seen = 0
    return sorted.find(item => (seen += item.people) > n)?.value ?? Number.NaN
  }
  return (share) => {
    const rank = share * (people - 1)
    const [low, high] = [nth(Math.floor(rank)), nth(Math.ceil(rank))]
    return low + (high - low) * (rank - Math.floor(rank))
  }
}
