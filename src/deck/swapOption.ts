import type { Swap } from '../content/swap.ts'
import type { Extent, TrackId } from '../content/tracks.ts'
import { join } from 'node:path'
import process from 'node:process'
import { UsageError } from '../cli/cli.ts'
import { readExercises } from '../content/exercises.ts'
import { findExercises, SWAP_VARIABLES, swapFrom } from '../content/swap.ts'
import { LONGEST, trackOf } from '../content/tracks.ts'
import { checkTracks, sumTracks } from './check/tracks.ts'
import { parseDeck } from './deck.ts'
import { swappedSlides } from './swapped.ts'

/** The options by which a command exchanges exercises. */
export const SWAP_OPTIONS = {
  with: { type: 'string', description: `Spare exercises to bring in, such as fermi,fishbowl (${SWAP_VARIABLES.with})` },
  without: { type: 'string', description: `Exercises to leave out, such as claim-sort (${SWAP_VARIABLES.without})` },
} as const

/**
 * Exchanges exercises for this process and for all that it starts, if the minutes of the track still add up.
 *
 * @param root folder of the deck
 * @param wanted the values of the options; by default what `DECK_WITH` and `DECK_WITHOUT` say
 * @param track that is shown
 * @throws {UsageError} for a name that is no exercise, and for a track that would hold too much, too little or no break
 */
export async function swapExercises(
  root: string,
  wanted: { with?: string | undefined, without?: string | undefined },
  track: Extent,
): Promise<void> {
  const names = (option: 'with' | 'without') =>
    (wanted[option] ?? process.env[SWAP_VARIABLES[option]] ?? '').split(',').map(name => name.trim()).filter(Boolean)
  const slugs = readExercises(join(root, 'exercises')).map(exercise => exercise.slug)
  const [into, out] = [findExercises(names('with'), slugs), findExercises(names('without'), slugs)]
  const faults = [...into.faults.map(fault => `--with: ${fault}`), ...out.faults.map(fault => `--without: ${fault}`)]
  if (faults.length > 0)
    throw new UsageError(faults.join('\n'))
  const both = into.found.find(slug => out.found.includes(slug))
  if (both !== undefined)
    throw new UsageError(`${both} is in --with and in --without; leave it out of one of them.`)
  const shown = trackOf(track)?.id ?? LONGEST
  process.env.DECK_TRACK = track
  process.env[SWAP_VARIABLES.with] = into.found.join(',')
  process.env[SWAP_VARIABLES.without] = out.found.join(',')
  const swap = swapFrom(process.env, shown)
  if (swap && trackOf(track))
    await checkSwap(root, swap)
}

async function checkSwap(root: string, swap: Swap): Promise<void> {
  const { slides } = await parseDeck(root)
  const sums = sumTracks(swappedSlides(slides, swap))
  const [fault] = checkTracks(sums.filter(sum => sum.track.id === swap.track), optionsOf(swap))
  if (fault)
    throw new UsageError(fault.replace('change the minutes or the track of slides', room(swap)))
}

function optionsOf({ track, with: into, without }: Swap): string {
  const options = [...into.map(slug => `--with ${slug}`), ...without.map(slug => `--without ${slug}`)]
  return [`--track ${track}`, ...options].join(' ')
}

function room({ track }: { track: TrackId }): string {
  return `bring in or leave out another exercise, or take another track than ${track}`
}
