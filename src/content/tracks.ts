/**
 * The three lengths of the deck, the shortest first. Each shows all slides of the shorter ones, and more. Besides the
 * slides a track plans minutes for people to arrive and join, and for the feedback form.
 */
export const TRACKS = [
  { id: 'talk', name: 'Talk', minutes: 30, arrival: 1, feedback: 1 },
  { id: 'workshop', name: 'Workshop', minutes: 90, arrival: 3, feedback: 3 },
  { id: 'half-day', name: 'Half-day', minutes: 180, arrival: 4, feedback: 4 },
] as const

export type TrackId = typeof TRACKS[number]['id']
export type Track = typeof TRACKS[number]

/** Takes the place of a track to show every slide, also the spare ones. */
export const ALL_SLIDES = 'all'

/**
 * Parse all slides, whichever track is shown. Passed to Slidev as the mode in which to load the deck, and by Slidev to
 * our preparser.
 */
export const WHOLE_DECK = 'whole'

/** Which part of the deck is shown. */
export type Extent = TrackId | typeof ALL_SLIDES

/** Ids of the tracks, the shortest first. */
export const TRACK_IDS = TRACKS.map(track => track.id)

/** The default track. */
export const LONGEST = TRACKS[TRACKS.length - 1]?.id ?? TRACKS[0].id

/** The `track` of a slide that is in none of the tracks, until somebody swaps it in. */
export const SPARE = 'spare'

/**
 * Share of a track's length that may be planned, from the arrival to the feedback form with all breaks. The rest is for
 * the slowest table, for questions and for what nobody plans.
 */
const PLANNED_SHARE = 0.85

/** Share of a track's length below which slides are missing: people came for that length. */
const LEAST_SHARE = 0.6

/** Planned minutes after which a room needs a break. */
export const LONGEST_STRETCH_MINUTES = 75

/** The fewest and the most minutes that a track may plan, all that it holds counted: 18 and 25.5 of 30. */
export function plannedRange({ minutes }: Pick<Track, 'minutes'>): { least: number, most: number } {
  return { least: Math.ceil(minutes * LEAST_SHARE), most: minutes * PLANNED_SHARE }
}

/** The track of an id; undefined for anything else. */
export function trackOf(id: unknown): Track | undefined {
  return TRACKS.find(track => track.id === id)
}

/** The message about an unknown track; `where` is the option or variable that names it. */
export function formatUnknownTrack(id: string, where: string, names: readonly string[] = TRACK_IDS): string {
  return `${where} is "${id}"; it must be one of ${names.join(', ')}.`
}

/**
 * Whether a track shows a slide.
 *
 * @param shortest the slide's `track`, the shortest that shows it; a slide without one is in all, a spare one in none
 */
export function isShownIn(shortest: unknown, track: Extent): boolean {
  if (track === ALL_SLIDES)
    return true
  return shortest !== SPARE && TRACK_IDS.indexOf(track) >= Math.max(0, TRACK_IDS.indexOf(shortest as TrackId))
}

/**
 * The parts of a parsed slide that decide whether it is shown: its own frontmatter and that of entries that import it.
 */
export interface TrackedSlide {
  source: { frontmatter: { track?: unknown } }
  importChain?: { frontmatter: { track?: unknown } }[]
}

/**
 * Whether a track shows a slide of the parsed deck: it must show the slide itself and every entry that imports it.
 */
export function isSlideShownIn({ source, importChain = [] }: TrackedSlide, track: Extent): boolean {
  return [source, ...importChain].every(({ frontmatter }) => isShownIn(frontmatter.track, track))
}
