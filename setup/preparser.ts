import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { ALL_SLIDES, isShownIn, noSuchTrack, TRACK_IDS, trackOf, WHOLE_DECK } from '../composables/tracks.ts'

/**
 * With `DECK_TRACK` set, Slidev skips the slides of longer tracks, as it skips those that say `disabled` themselves. Only
 * what was parsed is marked: Slidev saves a file from its raw text, so no edit can lose a slide or write the mark.
 */
export default definePreparserSetup(({ mode }) => {
  const id = process.env.DECK_TRACK
  if (!id || id === ALL_SLIDES || mode === WHOLE_DECK)
    return []
  const track = trackOf(id)
  if (!track) {
    // Slidev prints the stack, and a mistyped name needs only its sentence.
    const message = noSuchTrack(id, 'DECK_TRACK', [...TRACK_IDS, ALL_SLIDES])
    throw Object.assign(new Error(message), { stack: message })
  }
  // Set-up runs anew for each reading of the deck, and the first slide of a reading holds the headmatter.
  let headmatter = true
  return [{
    name: 'kit:tracks',
    async transformSlide(_content, frontmatter: Record<string, unknown>) {
      if (headmatter)
        frontmatter.duration ??= `${track.minutes}min`
      headmatter = false
      if (!isShownIn(frontmatter.track, track.id))
        frontmatter.disabled = true
      return undefined
    },
  }]
})
