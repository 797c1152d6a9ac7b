import type { KindDefinition } from '../definition.ts'
import type { GridPoll } from './answer.ts'
import { z } from 'zod'
import { baseFields, optionList, textLine } from '../schemaParts.ts'

/** More would not find their places on a slide, nor their numbers one beside the other on a phone. */
const MAX_ITEMS = 6
const TWO_ENDS = 'must be two texts, for the low and the high end'

const axis = z.strictObject({
  name: textLine(16),
  ends: z.tuple([textLine(24), textLine(24)], { error: TWO_ENDS }),
}, { error: 'must have a name and two ends' })

export const gridSchema = z.strictObject({
  ...baseFields,
  kind: z.literal('grid'),
  /** From left to right. */
  across: axis,
  /** From the bottom to the top. */
  up: axis,
  /** What is placed. */
  items: optionList('item', 1, MAX_ITEMS),
})

export type GridDefinition = z.infer<typeof gridSchema>

export const gridDefinition: KindDefinition<typeof gridSchema, GridDefinition, GridPoll> = {
  schema: gridSchema,
  resolve: written => written,
  publicPoll: ({ id, kind, question, across, up, items }) => ({ id, kind, question, across, up, items }),
  solution: () => ({}),
}
