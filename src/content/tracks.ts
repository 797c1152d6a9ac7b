/** The three lengths of the deck, the shortest first. Each shows all slides of the shorter ones, and more. */
export const TRACKS = [
  { id: 'talk', name: 'Talk', minutes: 30 },
  { id: 'workshop', name: 'Workshop', minutes: 90 },
  { id: 'half-day', name: 'Half-day', minutes: 180 },
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
 * Share of a track's length that its slides may plan. The rest goes to joining the room, to polls and questions, and to
 * what nobody plans.
 */
const PLANNED_SHARE = 0.85

/** Share of a track's length below which slides are missing: people came for that length. */
const LEAST_SHARE = 0.6

/** Planned minutes after which a room needs a break. */
export const LONGEST_STRETCH_MINUTES = 75

/** The fewest and the most minutes that the slides of a track may plan, breaks not counted: 18 and 26 of 30. */
export function plannedRange({ minutes }: Pick<Track, 'minutes'>): { least: number, most: number } {
  return { least: Math.ceil(minutes * LEAST_SHARE), most: Math.ceil(minutes * PLANNED_SHARE) }
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
