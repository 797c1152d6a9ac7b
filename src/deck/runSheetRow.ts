import type { SlideInfo } from '@slidev/types'
import type { Figure, Unit } from '../content/evidenceSchema.ts'
import type { Exercise, Slip } from '../content/exercises.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { LateCut, RunSheetRow } from './runSheetText.ts'
import { formatFigure, inUnit } from '../content/figures.ts'
import { lensOf } from '../content/lenses.ts'
import { pollIdsOf } from '../polls/slidePolls.ts'
import { SKIP } from './check/frontmatter.ts'
import { readMarkdown } from './check/markdown.ts'
import { ownValue } from './check/references.ts'

/** The content that a slide's frontmatter and title may refer to. */
export interface RunSheetContent {
  figures: Record<string, Pick<Figure, 'value' | 'high' | 'unit'>>
  polls: Pick<Poll, 'id' | 'question'>[]
  exercises: RunSheetExercise[]
}

type RunSheetExercise = Pick<Exercise, 'slug' | 'title' | 'group' | 'cut'> & {
  slips: PaperForLater[]
  cards?: { title: string, when?: string | undefined }
}
/** A paper, and the minute of its exercise at which it is handed out. */
type PaperForLater = Pick<Slip, 'title' | 'when'>

/**
 * Makes a row of the run sheet from a parsed slide. A slide without a heading is named after its poll, exercise or
 * lens.
 */
export function runSheetRow(
  { title, frontmatter }: Pick<SlideInfo, 'title' | 'frontmatter'>,
  { figures, polls, exercises }: RunSheetContent,
): RunSheetRow {
  const asked = pollIdsOf(frontmatter).map(id => ({ id, poll: polls.find(item => item.id === id) }))
  const exercise = exercises.find(item => item.slug === frontmatter.exercise)
  const lens = lensOf(frontmatter.lens)
  const own = title && formatTitle(title, figures)
  const events: string[] = []
  // A question or a name that is the title of the row is not said twice.
  for (const [i, { id, poll }] of asked.entries())
    events.push((own || i > 0) && poll ? `Poll ${id}: ${poll.question}` : `Poll ${id}`)
  if (asked.length > 0 && frontmatter.keys)
    events.push(`${events.pop()}. Keys: ${frontmatter.keys}`)
  if (frontmatter.layout === 'exercise') {
    const name = frontmatter.exercise ? ` ${frontmatter.exercise}` : ''
    const group = frontmatter.group ?? exercise?.group
    const more = own && exercise && own !== exercise.title ? `: ${exercise.title}` : ''
    events.push(`Exercise${name}${more}${group ? ` (${group})` : ''}`, ...exercise ? handOuts(exercise) : [])
  }
  if (frontmatter.break)
    events.push('Break')
  return {
    title: own || asked[0]?.poll?.question || exercise?.title || (lens ? `Lens: ${lens.name}` : 'Untitled'),
    events,
    late: lateCut(frontmatter, exercise),
    minutes: frontmatter.minutes,
    section: frontmatter.section,
  }
}

/** What is handed out during an exercise, one text for each minute. */
function handOuts({ slips, cards }: RunSheetExercise): string[] {
  const papers = [...cards ? [cards] : [], ...slips]
  const byMinute = Map.groupBy(papers.filter(paper => paper.when), paper => paper.when)
  return [...byMinute].map(([when, some]) => `${when}: hand out ${some.map(({ title }) => title).join(', ')}`)
}

/** What saves time here when a presenter is late: the slide itself, or a part of its exercise. */
function lateCut(
  { late, minutes }: SlideInfo['frontmatter'],
  exercise: Pick<Exercise, 'cut'> | undefined,
): LateCut | undefined {
  if (exercise?.cut)
    return exercise.cut
  return late === SKIP && typeof minutes === 'number' ? { what: SKIP, saves: minutes } : undefined
}

/** A title as plain text: figures formatted, tags and Markdown removed. */
export function formatTitle(title: string, figures: RunSheetContent['figures']): string {
  return title
    .replaceAll(/<Figure\b[^>]*>/g, tag => formatFigureTag(tag, figures))
    .replaceAll(/<br\s*\/?>/g, ' ')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__|[*`])(\S(?:.*?\S)?)\1/g, '$2')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The figure as text; an unknown id is left as it is, since the content check reports it. */
function formatFigureTag(tag: string, figures: RunSheetContent['figures']): string {
  const { id, as } = readMarkdown(tag).tags[0]?.attributes ?? {}
  const figure = id && ownValue(figures, id.text)
  return figure ? formatFigure(as ? inUnit(figure, as.text as Unit) : figure) : id?.text ?? ''
}
