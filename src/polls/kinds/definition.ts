import type { z } from 'zod'
import type { Figure } from '../../content/evidenceSchema.ts'
import type { Solution } from './base.ts'

/** What a kind needs while a polls file is read. */
export interface ResolveContext {
  /** The figures of the ledger by id, read when they are first asked for. */
  figures: () => Record<string, Figure>
  /** Reports a fault of one field of the poll, as a clause. */
  fail: (field: string, message: string) => void
}

/**
 * How one kind of poll is written in `polls.yaml`, and what of it may leave the server. Node side only: it holds what
 * the author keeps back until the reveal.
 *
 * @typeParam S its zod schema
 * @typeParam D the poll with everything its author wrote, references resolved
 * @typeParam P the poll as everybody may know it
 */
export interface KindDefinition<S extends z.ZodType, D, P> {
  schema: S
  /** Turns what was written into the poll that the room runs. */
  resolve: (written: z.infer<S>, context: ResolveContext) => D
  /** The part that anybody may see at any time. */
  publicPoll: (poll: D) => P
  /** What is held back until the reveal; empty where nothing is. */
  solution: (poll: D) => Solution
}
