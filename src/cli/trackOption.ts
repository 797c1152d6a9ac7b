import type { Extent, Track } from '../content/tracks.ts'
import process from 'node:process'
import { ALL_SLIDES, formatUnknownTrack, LONGEST, TRACK_IDS, trackOf } from '../content/tracks.ts'
import { UsageError } from './cli.ts'

/** How a command describes its `--track`. */
export const TRACK_OPTION = {
  type: 'string',
  description: `How much of the deck: ${TRACK_IDS.join(', ')}, or ${ALL_SLIDES} with the spare slides too `
    + `(DECK_TRACK, ${LONGEST})`,
} as const

/**
 * How much of the deck a command is asked for: its option, else `DECK_TRACK`, else the longest track.
 *
 * @throws {UsageError} when there is no such track
 */
export function trackFrom(option: string | undefined): Extent {
  const [id, where] = option !== undefined ? [option, '--track'] : [process.env.DECK_TRACK || LONGEST, 'DECK_TRACK']
  if (id !== ALL_SLIDES && !trackOf(id))
    throw new UsageError(formatUnknownTrack(id, where, [...TRACK_IDS, ALL_SLIDES]))
  return id as Extent
}

/**
 * @param where the option or variable that holds the name
 * @throws {UsageError} when there is no such track
 */
export function namedTrack(id: string, where: string): Track {
  const found = trackOf(id)
  if (!found)
    throw new UsageError(formatUnknownTrack(id, where))
  return found
}
