import type { TrackId } from './tracks.ts'
import { SPARE } from './tracks.ts'

/**
 * Exercises exchanged for one show, without a change to any file. All slides of an exercise change their track with it:
 * the one with its clock, and those with `partOf`.
 */
export interface Swap {
  /** The track that is shown; what comes in gets it, so that longer tracks have it too. */
  track: TrackId
  /** Slugs of exercises that come in. */
  with: readonly string[]
  /** Slugs of exercises that stay out. */
  without: readonly string[]
}

/** The parts of a slide's frontmatter that say to which exercise it belongs. */
export interface ExerciseSlide {
  exercise?: unknown
  partOf?: unknown
}

/** The slug of the exercise that a slide belongs to; undefined for any other slide. */
export function exerciseOfSlide({ exercise, partOf }: ExerciseSlide): string | undefined {
  return [exercise, partOf].find(slug => typeof slug === 'string')
}

/**
 * The track of an exercise, or of a slide that belongs to it, once exercises are exchanged.
 *
 * @param own track, as it is written
 * @param slug of the exercise; undefined for a slide that belongs to none
 */
export function swappedTrack<T>(own: T, slug: string | undefined, swap: Swap | undefined): T | TrackId | typeof SPARE {
  if (slug === undefined || swap === undefined)
    return own
  if (swap.without.includes(slug))
    return SPARE
  return swap.with.includes(slug) ? swap.track : own
}

/** Variables that hand a swap to the processes that a command starts. */
export const SWAP_VARIABLES = { with: 'DECK_WITH', without: 'DECK_WITHOUT' } as const

/**
 * The swap that a command has handed on; undefined where there is none.
 *
 * @param variables such as `process.env`
 * @param track that is shown
 */
export function swapFrom(variables: Record<string, string | undefined>, track: TrackId): Swap | undefined {
  const slugs = (name: string) => (variables[name] ?? '').split(',').map(slug => slug.trim()).filter(Boolean)
  const swap = { track, with: slugs(SWAP_VARIABLES.with), without: slugs(SWAP_VARIABLES.without) }
  return swap.with.length + swap.without.length > 0 ? swap : undefined
}

/**
 * Finds exercises by a part of their slug, such as `fermi` or `05`.
 *
 * @returns the slugs, and a sentence for each name that fits none or several
 */
export function findExercises(
  names: readonly string[],
  slugs: readonly string[],
): { found: string[], faults: string[] } {
  const matches = names.map(name => [name, slugs.filter(slug => slug.includes(name))] as const)
  return {
    found: matches.flatMap(([, fitting]) => fitting.length === 1 ? fitting : []),
    faults: matches.filter(([, fitting]) => fitting.length !== 1).map(([name, fitting]) =>
      fitting.length > 1
        ? `"${name}" fits ${fitting.join(' and ')}; write more of the name.`
        : `there is no exercise "${name}"; it must be part of one of ${slugs.join(', ')}.`),
  }
}
