import type { Section } from '../content/pace.ts'
import type { Track } from '../content/tracks.ts'
import { formatClock, planOf } from '../content/pace.ts'

/** What to leave out when time is short, and the minutes that this saves. */
export interface LateCut {
  what: string
  saves: number
}

/** A slide in a run sheet. */
export interface RunSheetRow {
  title: string
  /** What happens there beyond talking, such as a poll; one entry each. */
  events: string[]
  /** Undefined where nothing is to be left out. */
  late?: LateCut | undefined
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
  const planned = plannedMinutes(track, plan)
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
      ['Clock', 'Minutes', 'Slide', 'Title', 'What happens', 'Late?'],
      slides.slice(section.first - 1, section.last).map((slide, i) => {
        const no = section.first + i
        const at = plan.slides[no - 1] ?? section
        return [
          formatClock(at.start),
          formatMinutes(at),
          String(no),
          slide.title,
          slide.events.join('; '),
          slide.late ? formatCut(slide.late) : '',
        ]
      }),
    ),
  ])
  return [
    `# ${title}: ${track.name.toLowerCase()}`,
    '',
    `${slides.length} slides, ${planned} of ${track.minutes} minutes planned: ${track.arrival} to arrive and join, `
    + `${plan.total / 60} for the slides with all exercises and breaks, ${track.feedback} for the feedback form. `
    + 'The rest is for the slowest table. '
    + 'The clock starts with the first slide and shows minutes and seconds, with hours in front once there are any.',
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
    `${track.name}: ${slides.length} slides, ${plannedMinutes(track, { total })} of ${track.minutes} minutes planned`,
    ...sections.map((section) => {
      const start = formatClock(section.start).padStart(7)
      return `  ${start}  ${section.name.padEnd(width)}  ${formatMinutes(section).padStart(6)} min`
    }),
  ].join('\n')
}

/** A cut in a few words: `skip`, or `leave out the visit (3 min)`. */
export function formatCut({ what, saves }: LateCut): string {
  return /^\w+$/.test(what) ? what : `${what} (${saves} min)`
}

/** With those for arriving and for the feedback form. */
function plannedMinutes({ arrival, feedback }: Track, { total }: { total: number }): number {
  return arrival + total / 60 + feedback
}

function formatMinutes({ start, end }: Pick<Section, 'start' | 'end'>): string {
  return String((end - start) / 60)
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}
