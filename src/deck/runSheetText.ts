import type { Section } from '../content/pace.ts'
import type { Track } from '../content/tracks.ts'
import { formatClock, planOf } from '../content/pace.ts'

/** A slide in a run sheet. */
export interface RunSheetRow {
  title: string
  /** What happens there beyond talking, such as a poll; one entry each. */
  events: string[]
  minutes?: unknown
  section?: unknown
}

export interface RunSheet {
  /** Of the deck */
  title: string
  track: Track
  slides: RunSheetRow[]
}

/** The run sheet of a track as Markdown: its sections, then each slide with the time on the clock. */
export function formatRunSheet({ title, track, slides }: RunSheet): string {
  const plan = planOf(slides)
  const sections = plan.sections.map(section => [
    formatClock(section.start),
    section.name,
    formatMinutes(section),
    section.first === section.last ? String(section.first) : `${section.first}–${section.last}`,
  ])
  const parts = plan.sections.flatMap(section => [
    '',
    `## ${formatClock(section.start)} ${section.name} (${formatMinutes(section)} min)`.replace('  ', ' '),
    '',
    ...table(
      ['Clock', 'Minutes', 'Slide', 'Title', 'What happens'],
      slides.slice(section.first - 1, section.last).map((slide, i) => {
        const no = section.first + i
        const at = plan.slides[no - 1] ?? section
        return [formatClock(at.start), formatMinutes(at), String(no), slide.title, slide.events.join('; ')]
      }),
    ),
  ])
  return [
    `# ${title}: ${track.name.toLowerCase()}`,
    '',
    `${slides.length} slides, ${formatMinutes({ start: 0, end: plan.total })} of ${track.minutes} minutes planned, `
    + 'breaks included; the rest is for joining, questions and delays. '
    + 'The clock starts with the first slide: minutes and seconds, with hours before them where there are any.',
    '',
    ...table(['Start', 'Section', 'Minutes', 'Slides'], sections),
    ...parts,
    '',
  ].join('\n')
}

/** The sections of a track for a terminal. */
export function formatRunSheetOutline({ track, slides }: RunSheet): string {
  const { sections, total } = planOf(slides)
  const width = Math.max(...sections.map(section => section.name.length))
  return [
    `${track.name}: ${slides.length} slides, ${total / 60} of ${track.minutes} minutes`,
    ...sections.map((section) => {
      const start = formatClock(section.start).padStart(7)
      return `  ${start}  ${section.name.padEnd(width)}  ${formatMinutes(section).padStart(6)} min`
    }),
  ].join('\n')
}

function formatMinutes({ start, end }: Pick<Section, 'start' | 'end'>): string {
  return String((end - start) / 60)
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
