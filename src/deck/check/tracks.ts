import type { Track, TrackedSlide } from '../../content/tracks.ts'
import { isSlideShownIn, SPARE, TRACK_TOLERANCE, trackOf, TRACKS } from '../../content/tracks.ts'

/** The parts of a slide that are needed to sum up times. */
export interface TimedSlide extends TrackedSlide {
  frontmatter: { minutes?: unknown }
}

export interface TrackSum {
  track: Track
  slides: number
  minutes: number
}

/** The fault of a slide's time, without its place. */
export function checkMinutes({ minutes }: { minutes?: unknown }): string[] {
  if (minutes === undefined)
    return ['the slide has no time; add minutes, such as minutes: 1.5, to its frontmatter.']
  return isTime(minutes) ? [] : [`minutes "${String(minutes)}" is no number of whole quarters; write one such as 1.5.`]
}

/** Whether a slide has a valid time and track; if not, other checks report it. */
export function isTimed({ frontmatter, source, importChain = [] }: TimedSlide): boolean {
  return (
    isTime(frontmatter.minutes)
    && [source, ...importChain].every(
      ({ frontmatter: { track } }) => track === undefined || track === SPARE || trackOf(track),
    )
  )
}

/** Number of slides and minutes of each track. */
export function sumTracks(slides: TimedSlide[]): TrackSum[] {
  return TRACKS.map((track) => {
    const shown = slides.filter(slide => isSlideShownIn(slide, track.id))
    return {
      track,
      slides: shown.length,
      minutes: shown.reduce((sum, { frontmatter }) => sum + (isTime(frontmatter.minutes) ? frontmatter.minutes : 0), 0),
    }
  })
}

/**
 * Faults of tracks that do not add up to their length. A track without more slides than the next shorter one is not
 * checked: a deck need not have all lengths.
 *
 * @param sums the shortest track first
 * @param entry file of the deck, for messages
 */
export function checkTracks(sums: TrackSum[], entry: string): string[] {
  return sums
    .filter(({ slides }, i) => slides > (sums[i - 1]?.slides ?? -1))
    .filter(({ track, minutes }) => Math.abs(minutes - track.minutes) > track.minutes * TRACK_TOLERANCE)
    .map(
      ({ track, minutes }) =>
        `${entry}: the ${track.name.toLowerCase()} adds up to ${minutes} minutes, not ${track.minutes} `
        + `within ${TRACK_TOLERANCE * 100} %; change the minutes or the track of slides.`,
    )
}

/** The tracks in one line: `talk 24, 30 min; workshop 45, 90 min; half-day 60, 180 min`. */
export function formatTracks(sums: TrackSum[]): string {
  return sums.map(({ track, slides, minutes }) => `${track.name.toLowerCase()} ${slides}, ${minutes} min`).join('; ')
}

function isTime(minutes: unknown): minutes is number {
  return typeof minutes === 'number' && minutes >= 0 && Number.isInteger(minutes * 4)
}
