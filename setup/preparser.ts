import { dirname, join } from 'node:path'
import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { ALL_SLIDES, formatUnknownTrack, isShownIn, TRACK_IDS, trackOf, WHOLE_DECK } from '../src/content/tracks.ts'
import { readPolls } from '../src/polls/pollsFile.ts'

/**
 * Gives the slide of a poll the question as its title, for Slidev's list of slides.
 *
 * With `DECK_TRACK` set, it also disables the slides of longer tracks. Only the parsed frontmatter is changed: when a
 * slide is edited, Slidev saves the file from its raw text, so that no slide is lost and no mark is written to it.
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
    // Slidev prints the stack; for a mistyped name the message is enough.
    const message = formatUnknownTrack(id, 'DECK_TRACK', [...TRACK_IDS, ALL_SLIDES])
    throw Object.assign(new Error(message), { stack: message })
  }
  // This setup runs again each time the deck is read, and the first slide that is read has the headmatter.
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

/** The question of each poll by id; empty for a faulty file, which the plugin for the polls reports. */
function questionsOf(file: string): Map<unknown, string> {
  try {
    return new Map(readPolls(file).map(poll => [poll.id, poll.question]))
  }
  catch {
    return new Map()
  }
}
