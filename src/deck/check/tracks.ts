import type { Track, TrackedSlide } from '../../content/tracks.ts'
import { isSlideShownIn, LONGEST_STRETCH_MINUTES, plannedRange, SPARE, trackOf, TRACKS } from '../../content/tracks.ts'

/** The parts of a slide that are needed to sum up times. */
export interface TimedSlide extends TrackedSlide {
  frontmatter: { minutes?: unknown, break?: unknown }
}

export interface TrackSum {
  track: Track
  slides: number
  /** Planned minutes, from the arrival to the feedback form, with all breaks. */
  minutes: number
  /** The most planned minutes without a break between them. */
  stretch: number
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
    const timeOf = ({ frontmatter: { minutes } }: TimedSlide) => isTime(minutes) ? minutes : 0
    const stretches = shown.reduce<number[]>(
      (sums, slide) =>
        slide.frontmatter.break ? [...sums, 0] : [...sums.slice(0, -1), (sums.at(-1) ?? 0) + timeOf(slide)],
      [track.arrival],
    )
    stretches.push((stretches.pop() ?? 0) + track.feedback)
    return {
      track,
      slides: shown.length,
      minutes: shown.reduce((sum, slide) => sum + timeOf(slide), track.arrival + track.feedback),
      stretch: Math.max(...stretches),
    }
  })
}

/**
 * Faults of tracks that plan too much or too little of their length, or too long without a break. A track without more
 * slides than the next shorter one is not checked: a deck need not have all lengths.
 *
 * @param sums the shortest track first
 * @param entry file of the deck, for messages
 */
export function checkTracks(sums: TrackSum[], entry: string): string[] {
  return sums
    .filter(({ slides }, i) => slides > (sums[i - 1]?.slides ?? -1))
    .flatMap(({ track, minutes, stretch }) => {
      const { least, most } = plannedRange(track)
      const name = track.name.toLowerCase()
      return [
        ...minutes < least || minutes > most
          ? [
              `the ${name} plans ${minutes} minutes, arrival, breaks and feedback included, not ${least} to ${most} `
              + `of its ${track.minutes}; change the minutes or the track of slides.`,
            ]
          : [],
        ...stretch > LONGEST_STRETCH_MINUTES
          ? [
              `the ${name} plans ${stretch} minutes without a break, more than ${LONGEST_STRETCH_MINUTES}; `
              + 'add a slide with break: true, or move one.',
            ]
          : [],
      ]
    })
    .map(fault => `${entry}: ${fault}`)
}

/** The tracks in one line: `talk 24, 25.5 min; workshop 45, 73.5 min; half-day 60, 152 min`. */
export function formatTracks(sums: TrackSum[]): string {
  return sums.map(({ track, slides, minutes }) => `${track.name.toLowerCase()} ${slides}, ${minutes} min`).join('; ')
}

function isTime(minutes: unknown): minutes is number {
  return typeof minutes === 'number' && minutes >= 0 && Number.isInteger(minutes * 4)
}
