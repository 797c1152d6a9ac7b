import type { z } from 'zod'
import type { Figure } from '../../content/evidenceSchema.ts'
import type { Solution } from './base.ts'

/** What is passed to a kind while a polls file is read. */
export interface ResolveContext {
  /** The figures of the ledger by id; the ledger is read at the first call. */
  figures: () => Record<string, Figure>
  /**
   * Reports a fault of one field of the poll; the message goes after the field's name, as in `must be more than min`.
   */
  fail: (field: string, message: string) => void
}

/**
 * How one kind of poll is written in `polls.yaml`, and which part of it may leave the server. For the Node side only,
 * since it holds what the author withholds until the results are shown.
 *
 * @typeParam S its zod schema
 * @typeParam D the poll with everything its author wrote, references resolved
 * @typeParam P the poll as everybody may know it
 */
export interface KindDefinition<S extends z.ZodType, D, P> {
  schema: S
  /** Turns an entry of the file into the poll that the room runs. */
  resolve: (written: z.infer<S>, context: ResolveContext) => D
  /** The part that anybody may see at any time. */
  publicPoll: (poll: D) => P
  /** What is withheld until the results are shown; empty where nothing is. */
  solution: (poll: D) => Solution
}
