import type { KindDefinition, ResolveContext } from '../definition.ts'
import type { EstimatePoll } from './answer.ts'
import { z } from 'zod'
import { UNITS } from '../../../content/evidenceSchema.ts'
import { inUnit } from '../../../content/figures.ts'
import { baseFields, textLine } from '../schemaParts.ts'

export const estimateSchema = z
  .strictObject({
    ...baseFields,
    kind: z.literal('estimate'),
    /** A unit of the ledger, in which numbers are written. */
    unit: z.enum(UNITS, { error: `must be one of ${UNITS.join(', ')}` }).default('count'),
    min: z.number({ error: 'must be a number' }),
    max: z.number({ error: 'must be a number' }),
    log: z.boolean().default(true),
    /** Drawn over the estimates once the answer is shown: a number, or the id of a figure of the ledger. */
    reference: z.union([z.number(), textLine(80)], { error: 'must be a number or the id of a figure' }).optional(),
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

/** An estimate with its reference resolved to low and high end in the poll's unit. */
export type EstimateDefinition = Omit<WrittenEstimate, 'reference'> & { reference?: [number, number] | undefined }

export const estimateDefinition: KindDefinition<typeof estimateSchema, EstimateDefinition, EstimatePoll> = {
  schema: estimateSchema,
  resolve: (written, context) => ({ ...written, reference: referenceOf(written, context) }),
  publicPoll: ({ id, kind, question, unit, min, max, log }) => ({ id, kind, question, unit, min, max, log }),
  solution: ({ reference }) => reference ? { reference } : {},
}

/** Low and high end of the reference in the unit of the poll; reports an unknown or unfit figure. */
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
