import type { Exercise } from '../content/exercises.ts'
import exercises from 'virtual:exercises'
import { ALL_SLIDES, isShownIn } from '../content/tracks.ts'
import { useExtent } from './useExtent.ts'

/** The exercises whose sheets the workbook has: all, or in the booklet of a track its own that are no sheet apart. */
export function useBoundSheets(): Exercise[] {
  const extent = useExtent()
  return exercises.filter(({ track, separate }) => isShownIn(track, extent) && !(extent !== ALL_SLIDES && separate))
}
