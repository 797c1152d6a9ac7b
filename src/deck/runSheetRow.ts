import type { SlideInfo } from '@slidev/types'
import type { Figure, Unit } from '../content/evidenceSchema.ts'
import type { Exercise } from '../content/exercises.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { RunSheetRow } from './runSheetText.ts'
import { formatFigure, inUnit } from '../content/figures.ts'
import { lensOf } from '../content/lenses.ts'
import { readMarkdown } from './check/markdown.ts'
import { ownValue } from './check/references.ts'

/** The content that a slide's frontmatter and title may refer to. */
export interface RunSheetContent {
  figures: Record<string, Pick<Figure, 'value' | 'high' | 'unit'>>
  polls: Pick<Poll, 'id' | 'question'>[]
  exercises: Pick<Exercise, 'slug' | 'title' | 'group'>[]
}

/**
 * Makes a row of the run sheet from a parsed slide. A slide without a heading is named after its poll, exercise or
 * lens.
 */
export function runSheetRow(
  { title, frontmatter }: Pick<SlideInfo, 'title' | 'frontmatter'>,
  { figures, polls, exercises }: RunSheetContent,
): RunSheetRow {
  const poll = polls.find(item => item.id === frontmatter.poll)
  const exercise = exercises.find(item => item.slug === frontmatter.exercise)
  const lens = lensOf(frontmatter.lens)
  const own = title && formatTitle(title, figures)
  const events: string[] = []
  if (frontmatter.poll)
    events.push(own && poll ? `Poll ${poll.id}: ${poll.question}` : `Poll ${frontmatter.poll}`)
  if (frontmatter.layout === 'exercise') {
    const name = frontmatter.exercise ? ` ${frontmatter.exercise}` : ''
    const group = frontmatter.group ?? exercise?.group
    events.push(`Exercise${name}${own && exercise ? `: ${exercise.title}` : ''}${group ? ` (${group})` : ''}`)
  }
  if (frontmatter.break)
    events.push('Break')
  return {
    title: own || poll?.question || exercise?.title || (lens ? `Lens: ${lens.name}` : 'Untitled'),
    events,
    minutes: frontmatter.minutes,
    section: frontmatter.section,
  }
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
