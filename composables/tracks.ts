/** The three lengths of the one deck, shortest first: each shows what the shorter ones show, and more. */
export const TRACKS = [
  { id: 'talk', name: 'Talk', minutes: 30 },
  { id: 'workshop', name: 'Workshop', minutes: 90 },
  { id: 'half-day', name: 'Half-day', minutes: 180 },
] as const

export type TrackId = typeof TRACKS[number]['id']
export type Track = typeof TRACKS[number]

export const TRACK_IDS = TRACKS.map(it => it.id)

/** How far the minutes of a track may be off its length. */
export const TRACK_TOLERANCE = 0.05

export function trackOf(id: unknown): Track | undefined {
  return TRACKS.find(it => it.id === id)
}

/**
 * Whether a track shows a slide.
 *
 * @param shortest the slide's `track`, the shortest that shows it; a slide without one is in all
 */
export function isShownIn(shortest: unknown, track: TrackId): boolean {
  return TRACK_IDS.indexOf(track) >= Math.max(0, TRACK_IDS.indexOf((shortest ?? 'talk') as TrackId))
}
