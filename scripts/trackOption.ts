import type { Track } from '../composables/tracks.ts'
import process from 'node:process'
import { noSuchTrack, TRACK_IDS, trackOf } from '../composables/tracks.ts'
import { UsageError } from './cli.ts'

/** How a command describes its `--track`. */
export const TRACK_OPTION = { type: 'string', description: `How much of the deck: ${TRACK_IDS.join(', ')} (DECK_TRACK, half-day: all slides)` } as const

/**
 * The track that a command is asked for: its option, else `DECK_TRACK`, else the longest.
 *
 * @throws {UsageError} when there is no such track
 */
export function trackFrom(option: string | undefined): Track {
  return option !== undefined ? namedTrack(option, '--track') : namedTrack(process.env.DECK_TRACK || 'half-day', 'DECK_TRACK')
}

/**
 * @param where the option or variable that holds the name
 * @throws {UsageError} when there is no such track
 */
export function namedTrack(id: string, where: string): Track {
  const found = trackOf(id)
  if (!found)
    throw new UsageError(noSuchTrack(id, where))
  return found
}
