import type { SlideInfo } from '@slidev/types'
import type { TrackId } from '../content/tracks.ts'
import type { RunSheetContent } from './runSheetRow.ts'
import type { LateCut } from './runSheetText.ts'
import { join } from 'node:path'
import { readExercises } from '../content/exercises.ts'
import { readLedger } from '../content/ledger.ts'
import { formatClock, planOf } from '../content/pace.ts'
import { isSlideShownIn, TRACKS } from '../content/tracks.ts'
import { readPolls } from '../polls/pollsFile.ts'
import { pollIdsOf } from '../polls/slidePolls.ts'
import { readDeck } from './deck.ts'
import { runSheetRow } from './runSheetRow.ts'

/** A line of a run sheet. Times are texts in minutes and seconds, counted from the first slide. */
export interface PlannedSlide {
  no: number
  at: string
  /** Its length; empty if it has no time of its own. */
  takes: string
  title: string
  /** What happens there beyond talking. */
  events: string[]
  /** What to leave out here when time is short; undefined for nothing. */
  late?: LateCut | undefined
}

export interface PlannedSection {
  name: string
  at: string
  /** Its length; empty for a section that is only there to look something up. */
  takes: string
  slides: PlannedSlide[]
}

export interface PlannedTrack {
  id: TrackId
  name: string
  /** Its length, and what it plans of it from the arrival to the feedback form. */
  minutes: number
  planned: number
  /** The same in whole minutes, as people say them, and what they leave of the length. */
  rounded: { planned: number, left: number }
  /** Minutes before the first slide, and after the last one. */
  arrival: number
  feedback: number
  /** When each break begins, and how many minutes it takes. */
  breaks: { at: string, minutes: number }[]
  sections: PlannedSection[]
}

export interface GuidePlan {
  tracks: PlannedTrack[]
  /** Slides that are in no track until somebody swaps them in. */
  spares: Pick<PlannedSlide, 'title' | 'takes' | 'events'>[]
  /** By the id of a poll, the number of its slide in each track that has it; empty for a poll on a spare slide. */
  polls: Record<string, Partial<Record<TrackId, number>>>
}

/**
 * The run sheets of a deck and what goes with them.
 *
 * @param root folder of the deck
 * @throws {import('../content/yamlFile.ts').ContentError} when a data file is not valid
 */
export async function readGuidePlan(root: string): Promise<GuidePlan> {
  const { slides } = await readDeck(root)
  const content = {
    figures: readLedger(join(root, 'evidence')).figures,
    polls: readPolls(join(root, 'polls.yaml')),
    exercises: readExercises(join(root, 'exercises')),
  }
  return guidePlanOf(slides, content)
}

/** Makes the run sheets from every slide of the parsed deck. */
export function guidePlanOf(slides: SlideInfo[], content: RunSheetContent): GuidePlan {
  const polls: GuidePlan['polls'] = {}
  for (const poll of slides.flatMap(slide => pollIdsOf(slide.frontmatter)))
    polls[poll] ??= {}
  const tracks = TRACKS.map((track) => {
    const shown = slides.filter(slide => isSlideShownIn(slide, track.id))
    shown.forEach(({ frontmatter }, i) => {
      for (const places of pollIdsOf(frontmatter).flatMap(id => polls[id] ?? []))
        places[track.id] ??= i + 1
    })
    const sheet = shown.map(slide => runSheetRow(slide, content))
    const plan = planOf(sheet)
    const sections = plan.sections.map(({ name, start, end, first, last }) => ({
      name,
      at: formatClock(start),
      takes: formatLength({ start, end }),
      slides: sheet.slice(first - 1, last).map(({ title, events, late }, i) => {
        const stretch = plan.slides[first - 1 + i] ?? { start, end: start }
        return { no: first + i, at: formatClock(stretch.start), takes: formatLength(stretch), title, events, late }
      }),
    }))
    const { arrival, feedback } = track
    const breaks = shown.flatMap(({ frontmatter }, i) => {
      const { start, end } = plan.slides[i] ?? { start: 0, end: 0 }
      return frontmatter.break ? [{ at: formatClock(start), minutes: (end - start) / 60 }] : []
    })
    const planned = arrival + plan.total / 60 + feedback
    const rounded = { planned: Math.round(planned), left: track.minutes - Math.round(planned) }
    return { ...track, planned, rounded, breaks, sections }
  })
  const spares = slides.filter(slide => !TRACKS.some(({ id }) => isSlideShownIn(slide, id))).map((slide) => {
    const { title, events, minutes } = runSheetRow(slide, content)
    return { title, events, takes: formatLength({ start: 0, end: Number(minutes) * 60 }) }
  })
  return { tracks, spares, polls }
}

function formatLength({ start, end }: { start: number, end: number }): string {
  return end > start ? formatClock(end - start) : ''
}
