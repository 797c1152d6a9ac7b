import { dirname, join } from 'node:path'
import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { ALL_SLIDES, formatUnknownTrack, isShownIn, TRACK_IDS, trackOf, WHOLE_DECK } from '../src/content/tracks.ts'
import { readPolls } from '../src/polls/pollsFile.ts'

/**
 * The slide of a poll goes by its question, in Slidev's list of slides as on the slide.
 *
 * With `DECK_TRACK` set, Slidev skips the slides of longer tracks, as it skips those that say `disabled` themselves.
 * Only what was parsed is marked: Slidev saves a file from its raw text, so no edit can lose a slide or write the mark.
 */
export default definePreparserSetup(({ mode, filepath }) => {
  if (mode === WHOLE_DECK)
    return []
  const questions = questionsOf(join(dirname(filepath), 'polls.yaml'))
  const titles = {
    name: 'kit:poll-titles',
    async transformSlide(_content: string, frontmatter: Record<string, unknown>) {
      const question = frontmatter.layout === 'question' && questions.get(frontmatter.poll)
      if (question)
        frontmatter.title ??= question
      return undefined
    },
  }
  const id = process.env.DECK_TRACK
  if (!id || id === ALL_SLIDES)
    return [titles]
  const track = trackOf(id)
  if (!track) {
    // Slidev prints the stack, and a mistyped name needs only its sentence.
    const message = formatUnknownTrack(id, 'DECK_TRACK', [...TRACK_IDS, ALL_SLIDES])
    throw Object.assign(new Error(message), { stack: message })
  }
  // Set-up runs anew for each reading of the deck, and the first slide of a reading holds the headmatter.
  let headmatter = true
  return [titles, {
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

/** What is wrong with the polls is said by those who need them. */
function questionsOf(file: string): Map<unknown, string> {
  try {
    return new Map(readPolls(file).map(poll => [poll.id, poll.question]))
  }
  catch {
    return new Map()
  }
}
