import type { SlideInfo } from '@slidev/types'
import { beforeAll, describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { TRACKS } from '../../src/content/tracks.ts'
import { guidePlanOf, readGuidePlan } from '../../src/deck/guidePlan.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'

const slide = (frontmatter: Record<string, unknown>, title = 'A title') =>
  ({ title, frontmatter, source: { frontmatter }, importChain: [] }) as unknown as SlideInfo
const CONTENT = {
  figures: {},
  polls: [{ id: 'bill', question: 'Price of what?' }, { id: 'trust', question: 'How far?' }],
  exercises: [
    {
      slug: '01-sort',
      title: 'Claim sort',
      group: '3 people',
      slips: [],
      cut: { what: 'Leave out the visit', saves: 3 },
    },
  ],
}
const SLIDES = [
  slide({ section: 'Opening', minutes: 0.5 }, 'Hello'),
  slide({ section: 'Opening', minutes: 25, layout: 'exercise', exercise: '01-sort', track: 'half-day' }, ''),
  slide({ section: 'Close', minutes: 1, poll: 'bill', keys: 'v v v', late: 'skip', track: 'workshop' }, ''),
  slide({ section: 'Close', minutes: 2, poll: 'trust', track: 'spare' }, ''),
  slide({ section: 'Sources', minutes: 0 }, 'Sources'),
]
const plan = guidePlanOf(SLIDES, CONTENT)

describe('guidePlanOf', () => {
  it('has a run sheet for each track, with its own numbers and clock', () => {
    const sheets = plan.tracks.map(({ id, planned, sections }) => [
      id,
      planned,
      sections.flatMap(({ slides }) => slides.map(slide => `${slide.no} ${slide.at} ${slide.takes} ${slide.title}`)),
    ])
    expect(sheets).toEqual([
      ['talk', 2.5, ['1 0:00 0:30 Hello', '2 0:30  Sources']],
      ['workshop', 7.5, ['1 0:00 0:30 Hello', '2 0:30 1:00 Price of what?', '3 1:30  Sources']],
      [
        'half-day',
        34.5,
        ['1 0:00 0:30 Hello', '2 0:30 25:00 Claim sort', '3 25:30 1:00 Price of what?', '4 26:30  Sources'],
      ],
    ])
  })

  it('says the minutes as whole ones, those that are left too', () => {
    expect(plan.tracks.map(({ planned, rounded }) => [planned, rounded])).toEqual([
      [2.5, { planned: 3, left: 27 }],
      [7.5, { planned: 8, left: 82 }],
      [34.5, { planned: 35, left: 145 }],
    ])
  })

  it('adds up the time of sections, and shows none for those that take none', () => {
    expect(plan.tracks[2]?.sections.map(({ name, at, takes }) => [name, at, takes])).toEqual([
      ['Opening', '0:00', '25:30'],
      ['Close', '25:30', '1:00'],
      ['Sources', '26:30', ''],
    ])
  })

  it('lists the events of a slide', () => {
    expect(plan.tracks[2]?.sections[0]?.slides[1]?.events).toEqual(['Exercise 01-sort (3 people)'])
  })

  it('knows what to leave out, and when the breaks are', () => {
    expect(plan.tracks[2]?.sections[0]?.slides[1]?.late).toEqual({ what: 'Leave out the visit', saves: 3 })
    expect(plan.tracks[2]?.sections[1]?.slides[0]?.late).toEqual({ what: 'skip', saves: 1 })
    expect(plan.tracks[2]?.breaks).toEqual([])
  })

  it('lists spare slides apart', () => {
    expect(plan.spares).toEqual([{ title: 'How far?', takes: '2:00', events: ['Poll trust'] }])
  })

  it('knows the slide of each poll in each track', () => {
    expect(plan.polls).toEqual({ bill: { 'workshop': 2, 'half-day': 3 }, trust: {} })
  })
})

describe('the guide of this deck', () => {
  let real: Awaited<ReturnType<typeof readGuidePlan>>
  beforeAll(async () => {
    real = await readGuidePlan(root)
  })

  it('has a clock for every track that ends with its planned minutes', () => {
    expect(real.tracks.map(track => track.id)).toEqual(TRACKS.map(track => track.id))
    for (const { planned, arrival, feedback, sections } of real.tracks) {
      const minutes = sections.flatMap(section => section.takes ? [section.takes] : []).map((text) => {
        const [seconds = 0, minutes = 0, hours = 0] = text.split(':').map(Number).reverse()
        return hours * 60 + minutes + seconds / 60
      })
      expect(minutes.reduce((sum, minute) => sum + minute, arrival + feedback)).toBeCloseTo(planned)
    }
  })

  it('finds a slide for every poll', () => {
    expect(
      readPolls(inRoot('polls.yaml'))
        .map(poll => poll.id)
        .filter(id => !Object.hasOwn(real.polls, id)),
    ).toEqual([])
  })
})
