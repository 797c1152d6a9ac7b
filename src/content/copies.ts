import { z } from 'zod'

/** One copy hangs on the wall, or is yours. */
const ROOM = 'room'

const SHARED = 'must be a number of people who share one copy, or room for one copy in all'

/** How many people share one copy of a paper; `room` for a paper of which the whole room needs one. */
export const sharedBy = z.union([z.literal(ROOM), z.number().int().positive(SHARED)], { error: SHARED })

export type SharedBy = z.infer<typeof sharedBy>

/**
 * Copies of a paper that a room needs.
 *
 * @param shared by how many people one copy is
 * @param people in the room
 */
export function copiesFor(shared: SharedBy, people: number): number {
  return shared === ROOM ? 1 : Math.ceil(people / shared)
}
