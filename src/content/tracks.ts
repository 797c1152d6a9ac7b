/** The three lengths of the one deck, shortest first: each shows what the shorter ones show, and more. */
export const TRACKS = [
  { id: 'talk', name: 'Talk', minutes: 30 },
  { id: 'workshop', name: 'Workshop', minutes: 90 },
  { id: 'half-day', name: 'Half-day', minutes: 180 },
] as const

export type TrackId = typeof TRACKS[number]['id']
export type Track = typeof TRACKS[number]

/** In place of a track: every slide, the spare ones too. */
export const ALL_SLIDES = 'all'

/**
 * As what the deck is parsed to learn of all its slides, whatever track is shown: Slidev hands the word on to the
 * preparser.
 */
export const WHOLE_DECK = 'whole'

/** How much of the deck is shown. */
export type Extent = TrackId | typeof ALL_SLIDES

/** Shortest first. */
export const TRACK_IDS = TRACKS.map(item => item.id)

/** What is shown, and printed, where nobody says how much. */
export const LONGEST = TRACKS[TRACKS.length - 1]?.id ?? TRACKS[0].id

/** On a slide in place of a track: in none of them, until somebody swaps it in. */
export const SPARE = 'spare'

/** How far the minutes of a track may be off its length. */
export const TRACK_TOLERANCE = 0.05

/** The track of an id; undefined for anything else. */
export function trackOf(id: unknown): Track | undefined {
  return TRACKS.find(item => item.id === id)
}

/** What to say of a name that is no track's, given in an option or a variable. */
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
 * What decides whether a slide of the parsed deck is shown: its own frontmatter and that of the entries that import it.
 */
export interface TrackedSlide {
  source: { frontmatter: { track?: unknown } }
  importChain?: { frontmatter: { track?: unknown } }[]
}

/**
 * Whether a track shows a slide of the parsed deck, which goes by its own track and by those of the entries above it.
 */
export function isSlideShownIn({ source, importChain = [] }: TrackedSlide, track: Extent): boolean {
  return [source, ...importChain].every(item => isShownIn(item.frontmatter.track, track))
}
