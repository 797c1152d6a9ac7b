import type { SlideInfo } from '@slidev/types'
import type { Exercise } from '../content/exercises.ts'
import type { Swap } from '../content/swap.ts'
import process from 'node:process'
import { exerciseOfSlide, swapFrom, swappedTrack } from '../content/swap.ts'
import { LONGEST, trackOf } from '../content/tracks.ts'

/** The swap that a command has handed on to this process; undefined where there is none. */
export function handedSwap(): Swap | undefined {
  return swapFrom(process.env, trackOf(process.env.DECK_TRACK)?.id ?? LONGEST)
}

/** Slides with the tracks that they have after a swap. */
export function swappedSlides(slides: SlideInfo[], swap: Swap | undefined): SlideInfo[] {
  return slides.map((slide) => {
    const track = swappedTrack<unknown>(slide.frontmatter.track, exerciseOfSlide(slide.frontmatter), swap)
    return track === slide.frontmatter.track
      ? slide
      : {
          ...slide,
          frontmatter: { ...slide.frontmatter, track },
          source: { ...slide.source, frontmatter: { ...slide.source.frontmatter, track } },
        }
  })
}

/** Exercises with the tracks that they have after a swap. */
export function swappedExercises(exercises: Exercise[], swap: Swap | undefined): Exercise[] {
  return exercises.map(exercise => ({ ...exercise, track: swappedTrack(exercise.track, exercise.slug, swap) }))
}
