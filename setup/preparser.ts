import type { Source } from '../src/content/evidenceSchema.ts'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { sourcesFile } from '../src/content/evidenceSchema.ts'
import { withSources } from '../src/content/sourceNotes.ts'
import { exerciseOfSlide, swapFrom, swappedTrack } from '../src/content/swap.ts'
import { ALL_SLIDES, formatUnknownTrack, isShownIn, TRACK_IDS, trackOf, WHOLE_DECK } from '../src/content/tracks.ts'
import { readYaml } from '../src/content/yamlFile.ts'
import { readPolls } from '../src/polls/pollsFile.ts'
import { pollIdsOf } from '../src/polls/slidePolls.ts'

/**
 * Gives the slide of a poll the question as its title, and the opener of a lens its claim, for Slidev's list of slides;
 * and ends the notes of a slide with the references of its sources.
 *
 * With `DECK_TRACK` set, it also disables the slides of longer tracks, after exchanging exercises as `DECK_WITH` and
 * `DECK_WITHOUT` say. Only what Slidev has parsed is changed: when a
 * slide is edited, Slidev saves the file from its raw text, so that no slide is lost. A note is saved as the presenter
 * shows it, list and all; the list is replaced when it is read again, and `npm run check` asks to delete it.
 */
export default definePreparserSetup(({ mode, filepath }) => {
  if (mode === WHOLE_DECK)
    return []
  const questions = questionsOf(join(dirname(filepath), 'polls.yaml'))
  const titles = {
    name: 'kit:titles',
    async transformSlide(_content: string, frontmatter: Record<string, unknown>) {
      const question = frontmatter.layout === 'question' && questions.get(pollIdsOf(frontmatter)[0])
      if (question)
        frontmatter.title ??= question
      if (frontmatter.layout === 'lens' && typeof frontmatter.loud === 'string')
        frontmatter.title ??= frontmatter.loud.replaceAll('|', ' ')
      return undefined
    },
  }
  const known = sourcesOf(join(dirname(filepath), 'evidence', 'sources.yaml'))
  const sources = {
    name: 'kit:note-sources',
    async transformNote(note: string | undefined, frontmatter: Record<string, unknown>) {
      const cited = [frontmatter.sources ?? []].flat().flatMap(source => known.get(source) ?? [])
      return note === undefined ? note : withSources(note, cited)
    },
  }
  const always = [titles, sources, ...process.env.DECK_SITE === 'public' ? [forReaders()] : []]
  const id = process.env.DECK_TRACK
  if (!id || id === ALL_SLIDES)
    return always
  const track = trackOf(id)
  if (!track) {
    // Slidev prints the stack; for a mistyped name the message is enough.
    const message = formatUnknownTrack(id, 'DECK_TRACK', [...TRACK_IDS, ALL_SLIDES])
    throw Object.assign(new Error(message), { stack: message })
  }
  const swap = swapFrom(process.env, track.id)
  // This setup runs again each time the deck is read, and the first slide that is read has the headmatter.
  let headmatter = true
  return [...always, {
    name: 'kit:tracks',
    async transformSlide(_content, frontmatter: Record<string, unknown>) {
      if (headmatter)
        frontmatter.duration ??= `${track.minutes}min`
      headmatter = false
      const shortest = swappedTrack(frontmatter.track, exerciseOfSlide(frontmatter), swap)
      if (shortest !== frontmatter.track)
        frontmatter.track = shortest
      if (!isShownIn(shortest, track.id))
        frontmatter.disabled = true
      return undefined
    },
  }]
})

/**
 * A site for everybody has no notes, and so no presenter view, whose address no file would answer. And the screen of a
 * reader may go dark, where a presenter's must not.
 */
function forReaders() {
  let headmatter = true
  return {
    name: 'kit:for-readers',
    async transformSlide(_content: string, frontmatter: Record<string, unknown>) {
      if (headmatter)
        Object.assign(frontmatter, { presenter: false, wakeLock: false })
      headmatter = false
      return undefined
    },
  }
}

/** The question of each poll by id; empty for a faulty file, which the plugin for the polls reports. */
function questionsOf(file: string): Map<unknown, string> {
  try {
    return new Map(readPolls(file).map(poll => [poll.id, poll.question]))
  }
  catch {
    return new Map()
  }
}

/** The sources of the ledger by id; empty for a faulty file, which the plugin for the evidence reports. */
function sourcesOf(file: string): Map<unknown, Source> {
  try {
    return new Map(Object.entries(readYaml(file, sourcesFile)))
  }
  catch {
    return new Map()
  }
}
