import type { TrackId } from '../../src/content/tracks.ts'
import { describe, expect, it } from 'vitest'
import {
  formatUnknownTrack,
  isShownIn,
  isSlideShownIn,
  plannedRange,
  TRACK_IDS,
  trackOf,
  TRACKS,
} from '../../src/content/tracks.ts'

it('lists tracks from the shortest to the longest', () => {
  expect(TRACK_IDS).toEqual(['talk', 'workshop', 'half-day'])
  expect(TRACKS.map(track => track.minutes)).toEqual([30, 90, 180])
})

it('may plan up to 85 % of its length and no less than 60 %', () => {
  expect(TRACKS.map(plannedRange)).toEqual([
    { least: 18, most: 25.5 },
    { least: 54, most: 76.5 },
    { least: 108, most: 153 },
  ])
})

describe('a slide', () => {
  it.each<[unknown, TrackId[]]>([
    [undefined, ['talk', 'workshop', 'half-day']],
    ['talk', ['talk', 'workshop', 'half-day']],
    ['workshop', ['workshop', 'half-day']],
    ['half-day', ['half-day']],
    ['spare', []],
    // The content check names it; until it is mended nobody misses a slide.
    ['worksop', ['talk', 'workshop', 'half-day']],
  ])('of track %j is shown in %j', (shortest, tracks) => {
    expect(TRACK_IDS.filter(id => isShownIn(shortest, id))).toEqual(tracks)
  })

  it.each<[unknown, unknown, TrackId[]]>([
    ['workshop', undefined, ['workshop', 'half-day']],
    [undefined, 'workshop', ['workshop', 'half-day']],
    ['half-day', 'workshop', ['half-day']],
    ['workshop', 'half-day', ['half-day']],
  ])('of track %j in an entry of track %j is shown in %j', (own, entry, tracks) => {
    const slide = { source: { frontmatter: { track: own } }, importChain: [{ frontmatter: { track: entry } }] }
    expect(TRACK_IDS.filter(id => isSlideShownIn(slide, id))).toEqual(tracks)
  })
})

it('finds a track by its id only', () => {
  expect(trackOf('workshop')?.name).toBe('Workshop')
  expect(trackOf('Workshop')).toBeUndefined()
  expect(formatUnknownTrack('long', '--track')).toBe('--track is "long"; it must be one of talk, workshop, half-day.')
})

it('shows every slide, spare ones too, in the track "all"', () => {
  expect(['talk', 'half-day', 'spare', undefined].filter(id => isShownIn(id, 'all'))).toHaveLength(4)
})
