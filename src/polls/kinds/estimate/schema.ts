import type { KindDefinition, ResolveContext } from '../definition.ts'
import type { EstimatePoll } from './answer.ts'
import { z } from 'zod'
import { UNITS } from '../../../content/evidenceSchema.ts'
import { inUnit } from '../../../content/figures.ts'
import { asked, line } from '../schemaParts.ts'

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

type WrittenEstimate = z.infer<typeof estimateSchema>

/** With the reference in the poll's own unit, low and high end. */
export type EstimateDefinition = Omit<WrittenEstimate, 'reference'> & { reference?: [number, number] | undefined }

export const estimateDefinition: KindDefinition<typeof estimateSchema, EstimateDefinition, EstimatePoll> = {
  schema: estimateSchema,
  resolve: (written, context) => ({ ...written, reference: referenceOf(written, context) }),
  publicPoll: ({ id, kind, question, unit, min, max, log }) => ({ id, kind, question, unit, min, max, log }),
  solution: ({ reference }) => reference ? { reference } : {},
}

/** Low and high end of the reference; of a figure in the unit of the poll. */
function referenceOf(
  { reference, unit, min, max }: WrittenEstimate,
  { figures, fail }: ResolveContext,
): [number, number] | undefined {
  if (reference === undefined || typeof reference === 'number')
    return reference === undefined ? undefined : [reference, reference]
  const figure = figures()[reference]
  if (!figure) {
    fail('reference', `"${reference}" is not the id of a figure in evidence/claims.yaml`)
    return undefined
  }
  try {
    const { value, high = value } = inUnit(figure, unit)
    if (value >= min && high <= max)
      return [value, high]
    fail('reference', `"${reference}" does not lie between min and max`)
  }
  catch {
    fail('reference', `"${reference}" is in ${figure.unit}, which cannot be shown as ${unit}`)
  }
  return undefined
}
