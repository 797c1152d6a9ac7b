import type { Extent } from '../content/tracks.ts'
import { useRoute } from 'vue-router'
import { ALL_SLIDES, trackOf } from '../content/tracks.ts'

/** The track that a document is for, from the end of its address; without one it is for all of them. */
export function useExtent(): Extent {
  return trackOf(useRoute().params.track)?.id ?? ALL_SLIDES
}
