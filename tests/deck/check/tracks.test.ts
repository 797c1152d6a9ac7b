import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { TRACKS } from '../../../src/content/tracks.ts'
import { checkContent } from '../../../src/deck/check/index.ts'
import { checkTracks } from '../../../src/deck/check/tracks.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY, OPENING, PICTURES } from './support/smallDeck.ts'

const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
const sum = (track: string, minutes: number, range: string) =>
  `slides.md: the ${track} plans ${minutes} minutes, arrival, breaks and feedback included, not ${range}; `
  + 'change the minutes or the track of slides.'
const talk = (minutes: number) => sum('talk', minutes, '18 to 25.5 of its 30')
const workshop = (minutes: number) => sum('workshop', minutes, '54 to 76.5 of its 90')
const halfDay = (minutes: number) => sum('half-day', minutes, '108 to 153 of its 180')
const tiring = (track: string, minutes: number) =>
  `slides.md: the ${track} plans ${minutes} minutes without a break, more than 75; add a slide with break: true, `
  + 'or move one.'

describe('the time of a slide', () => {
  const noNumber = (text: string) => `minutes "${text}" is no number of whole quarters; write one such as 1.5.`

  it.each<[what: string, minutes: string, says: string]>([
    ['is missing', '', 'the slide has no time; add minutes, such as minutes: 1.5, to its frontmatter.'],
    ['is less than none', 'minutes: -1', noNumber('-1')],
    ['has no whole quarters', 'minutes: 1.3', noNumber('1.3')],
    ['is in words', 'minutes: one', noNumber('one')],
    ['is text', 'minutes: \'60\'', noNumber('60')],
    ['is endless', 'minutes: .inf', noNumber('Infinity')],
  ])('%s', async (_, minutes, says) => {
    const seed = { file: MONEY, from: 'minutes: 34', to: minutes }
    expect(await faultsOf(seed)).toEqual([`${MONEY}:1: ${says}`])
  })
})

describe('the time of a track', () => {
  it.each<[what: string, minutes: string, faults: string[]]>([
    ['may be 85 % of its length', '23.5', []],
    ['is too long', '23.75', [talk(25.75)]],
    ['may be 60 % of its length', '16', []],
    ['is too short', '15.75', [talk(17.75)]],
    ['goes into that of the longer ones', '0', [talk(2), workshop(49)]],
    ['is too long without a break', '27', [talk(29), tiring('workshop', 76)]],
    [
      'is too long in all',
      '34.5',
      [talk(36.5), workshop(83.5), tiring('workshop', 83.5), halfDay(159.75), tiring('half-day', 81.5)],
    ],
  ])('%s', async (_, minutes, faults) => {
    expect(await faultsOf({ file: OPENING, from: 'minutes: 23', to: `minutes: ${minutes}` })).toEqual(faults)
  })

  it('counts arrival, breaks and feedback, and lets a break part the minutes', async () => {
    const noBreak = { file: OPENING, from: 'break: true\n', to: '' }
    expect(await faultsOf(noBreak)).toEqual([tiring('half-day', 148.25)])
    expect(await faultsOf({ file: OPENING, from: 'minutes: 10', to: 'minutes: 60' })).toEqual([halfDay(198.25)])
  })

  it('counts slides by their track and that of their section', async () => {
    const longer = { file: MONEY, from: 'track: half-day', to: 'track: talk' }
    expect(await faultsOf(longer)).toEqual([talk(59), workshop(106), tiring('workshop', 106)])
    expect(await faultsOf(longer, { file: 'slides.md', from: 'lens: economic', to: 'track: half-day' })).toEqual([])
  })

  it('is not checked for tracks that the deck does not offer', () => {
    const sums = (...slides: number[]) =>
      TRACKS.map((track, i) => ({ track, slides: slides[i] ?? 0, minutes: 25, stretch: 25 }))
    expect(checkTracks(sums(12, 12, 12), 'slides.md')).toEqual([])
    expect(checkTracks(sums(12, 12, 13), 'slides.md')).toEqual([halfDay(25)])
    expect(checkTracks(sums(0, 12, 12), 'slides.md')).toEqual([workshop(25)])
  })

  it('is not reported where the time of a slide is unknown', async () => {
    const faults = await faultsOf({ file: OPENING, from: 'minutes: 23', to: 'minutes: 3.1' })
    expect(faults).toEqual([`${OPENING}:1: minutes "3.1" is no number of whole quarters; write one such as 1.5.`])
  })
})

describe('the source appendix', () => {
  const first = lineOf(DECK, PICTURES, '<SourceAppendix :part="1"')
  const second = lineOf(DECK, PICTURES, '<SourceAppendix :part="2"')
  const missing = (part: number, of: number) =>
    `${PICTURES}:${first}: the source appendix has no part ${part} of ${of}, so its sources are on no slide; `
    + `add <SourceAppendix :part="${part}" :of="${of}" />.`

  it.each<[what: string, from: string, to: string, faults: string[]]>([
    ['lacks a part', '<SourceAppendix :part="2" :of="2" />', 'Nothing', [missing(2, 2)]],
    [
      'has a part twice',
      ':part="2"',
      ':part="1"',
      [
        `${PICTURES}:${second}: part 1 of the source appendix is on an earlier slide; number each part once.`,
        missing(2, 2),
      ],
    ],
    [
      'has a part too many',
      ':part="2"',
      ':part="3"',
      [`${PICTURES}:${second}: <SourceAppendix> needs a part from 1 to of, both whole numbers.`, missing(2, 2)],
    ],
    [
      'is cut in two ways',
      ':part="2" :of="2"',
      ':part="2" :of="3"',
      [
        `${PICTURES}:${second}: the source appendix is cut into 3 parts here and into 2 on its first slide; `
        + 'give all the same number.',
      ],
    ],
    [
      'has no number',
      ':part="2" ',
      '',
      [`${PICTURES}:${second}: <SourceAppendix> needs a part from 1 to of, both whole numbers.`, missing(2, 2)],
    ],
    [
      'lacks a part at its end',
      ':part="1" :of="2"',
      ':part="1" :of="3"',
      [
        `${PICTURES}:${second}: the source appendix is cut into 2 parts here and into 3 on its first slide; `
        + 'give all the same number.',
        missing(3, 3),
      ],
    ],
  ])('%s', async (_, from, to, faults) => {
    expect(await faultsOf({ file: PICTURES, from, to })).toEqual(faults)
  })

  it('may be left out', async () => {
    expect(await faultsOf(
      { file: PICTURES, from: '<SourceAppendix :part="1" :of="2" />', to: 'Thanks' },
      { file: PICTURES, from: '<SourceAppendix :part="2" :of="2" />', to: 'Thanks' },
    )).toEqual([])
  })
})
