import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { TRACKS } from '../../../src/content/tracks.ts'
import { checkContent } from '../../../src/deck/check/index.ts'
import { checkTracks } from '../../../src/deck/check/tracks.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY, OPENING, PICTURES } from './support/smallDeck.ts'

const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
const sum = (track: string, is: number, not: number) =>
  `slides.md: the ${track} adds up to ${is} minutes, not ${not} within 5 %; change the minutes or the track of slides.`

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
    const seed = { file: MONEY, from: 'minutes: 60', to: minutes }
    expect(await faultsOf(seed)).toEqual([`${MONEY}:1: ${says}`])
  })
})

describe('the time of a track', () => {
  it.each<[what: string, minutes: string, faults: string[]]>([
    ['may be off by a twentieth', '31.5', []],
    ['is too long', '31.75', [sum('talk', 31.75, 30)]],
    ['may lack a twentieth', '28.5', []],
    ['is too short', '28.25', [sum('talk', 28.25, 30)]],
    ['goes into that of the longer ones', '22', [sum('talk', 22, 30), sum('workshop', 81.75, 90)]],
    ['is off in all', '0', [sum('talk', 0, 30), sum('workshop', 59.75, 90), sum('half-day', 150, 180)]],
  ])('%s', async (_, minutes, faults) => {
    expect(await faultsOf({ file: OPENING, from: 'minutes: 30', to: `minutes: ${minutes}` })).toEqual(faults)
  })

  it('counts slides by their track and that of their section', async () => {
    const longer = { file: MONEY, from: 'track: half-day', to: 'track: talk' }
    expect(await faultsOf(longer)).toEqual([sum('talk', 90, 30), sum('workshop', 149.75, 90)])
    expect(await faultsOf(longer, { file: 'slides.md', from: 'lens: economic', to: 'track: half-day' })).toEqual([])
  })

  it('is not checked for tracks that the deck does not offer', () => {
    const sums = (...slides: number[]) => TRACKS.map((track, i) => ({ track, slides: slides[i] ?? 0, minutes: 30 }))
    expect(checkTracks(sums(12, 12, 12), 'slides.md')).toEqual([])
    expect(checkTracks(sums(12, 12, 13), 'slides.md')).toEqual([sum('half-day', 30, 180)])
    expect(checkTracks(sums(0, 12, 12), 'slides.md')).toEqual([sum('workshop', 30, 90)])
  })

  it('is not reported where the time of a slide is unknown', async () => {
    const faults = await faultsOf({ file: OPENING, from: 'minutes: 30', to: 'minutes: 3.1' })
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
