import type { Lens } from './lenses.ts'
import { lensOf } from './lenses.ts'

/** The fields of a slide's frontmatter that a plan reads, as the author wrote them. */
export interface TimedSlide {
  /** Planned minutes; anything but a positive number counts as none. */
  minutes?: unknown
  section?: unknown
  lens?: unknown
}

/** A span of time in seconds from the start of the deck. */
export interface Stretch {
  start: number
  end: number
}

export interface Section extends Stretch {
  /** Empty for slides without a section. */
  name: string
  lens?: Lens | undefined
  /** Numbers of its slides, from 1. */
  first: number
  last: number
}

export interface Plan {
  /** One for each slide, in their order. */
  slides: Stretch[]
  sections: Section[]
  /** Seconds */
  total: number
}

/** Where a presenter is: number of the slide from 1, clicks made, and clicks that the slide has. */
export interface Position {
  no: number
  clicks: number
  clicksTotal: number
}

export interface Pace {
  section: Section
  /** The second within this state's planned stretch nearest to the clock. */
  place: number
  /** Seconds behind the plan, negative when ahead of it. */
  difference: number
  standing: 'on time' | 'behind' | 'ahead'
}

/** A difference up to this share of the planned time counts as on time. */
const ON_TIME_SHARE = 0.05

/** So does one up to this, also early in the talk where `ON_TIME_SHARE` allows less. */
const ON_TIME_SECONDS = 60

/** The timetable of a deck. Adjacent slides with the same section are put together. */
export function planOf(slides: readonly TimedSlide[]): Plan {
  const stretches: Stretch[] = []
  const sections: Section[] = []
  let total = 0
  slides.forEach(({ minutes, section, lens }, index) => {
    const start = total
    total += secondsOf(minutes)
    stretches.push({ start, end: total })
    const name = typeof section === 'string' ? section : ''
    const last = sections.at(-1)
    if (last?.name === name)
      Object.assign(last, { end: total, last: index + 1, lens: last.lens ?? lensOf(lens) })
    else
      sections.push({ name, lens: lensOf(lens), start, end: total, first: index + 1, last: index + 1 })
  })
  return { slides: stretches, sections, total }
}

/** When a click state is planned to be on the screen; the states of a slide share its time evenly. */
export function stretchAt({ slides, total }: Plan, { no, clicks, clicksTotal }: Position): Stretch {
  const { start, end } = slides[no - 1] ?? { start: total, end: total }
  const states = clicksTotal + 1
  const state = Math.min(Math.max(clicks, 0), clicksTotal)
  const at = (share: number) => start + (end - start) * share / states
  return { start: at(state), end: at(state + 1) }
}

/**
 * Compares the clock with the plan. A presenter is late on a slide only once its planned time is over. A difference of
 * up to `ON_TIME_SECONDS`, or to `ON_TIME_SHARE` of the planned time, counts as on time.
 *
 * @param plan of the deck
 * @param position of the presenter
 * @param elapsed seconds on the clock
 */
export function paceAt(plan: Plan, position: Position, elapsed: number): Pace {
  const { start, end } = stretchAt(plan, position)
  const place = Math.min(Math.max(elapsed, start), end)
  const difference = elapsed - place
  const isOnTime = Math.abs(difference) <= Math.max(ON_TIME_SECONDS, ON_TIME_SHARE * place)
  const standing = isOnTime ? 'on time' : difference > 0 ? 'behind' : 'ahead'
  return { section: sectionAt(plan, position.no), place, difference, standing }
}

/** Seconds as on a clock, without a sign: `0:00`, `12:30`, `1:02:30`. */
export function formatClock(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds))
  const two = (count: number) => String(count).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`
}

function sectionAt({ sections, total }: Plan, no: number): Section {
  return sections.find(section => no <= section.last) ?? { name: '', start: 0, end: total, first: no, last: no }
}

function secondsOf(minutes: unknown): number {
  return typeof minutes === 'number' && Number.isFinite(minutes) && minutes > 0 ? minutes * 60 : 0
}
