import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, HANDOUT, MONEY } from './support/smallDeck.ts'

const FILES = {
  'public/there.png': '',
  'pages/beside.png': '',
  'more/other.png': '',
  'public/two words.png': '',
  'exercises/01-bill/sheet.png': '',
}
const faultsOf = async (...seeds: Seed[]) =>
  (await checkContent(tempFolder({ ...seeds.reduce(seeded, DECK), ...FILES }))).faults
const show = (markdown: string): Seed => ({ file: MONEY, from: '<Poll id="bill" />', to: markdown })
const head = (field: string): Seed => ({ file: MONEY, from: 'class: plain', to: field })
const missing = (url: string, where: string) =>
  `there is no picture "${url}" in ${where}; add the file or mend the path.`

describe('a missing picture', () => {
  it.each<[markdown: string, url: string, where: string]>([
    ['![So](/x.png)', '/x.png', 'public/'],
    ['![](./x.png "A title")', './x.png', 'pages/'],
    ['![](../x.png)', '../x.png', 'pages/'],
    ['![](x.png)', 'x.png', 'pages/ or public/'],
    ['![](@/more/x.png)', '@/more/x.png', 'the folder of the deck'],
    ['![](/beside.png)', '/beside.png', 'public/'],
    ['<img src="/x.png" alt="So">', '/x.png', 'public/'],
    ['<img :src="\'/x.png\'">', '/x.png', 'public/'],
    ['<video poster="/there.png" src="/x.mp4" />', '/x.mp4', 'public/'],
  ])('%s', async (markdown, url, where) => {
    expect(await faultsOf(show(`so\n\n${markdown}`))).toEqual([
      `${MONEY}:${lineOf(DECK, MONEY, '<Poll') + 2}: ${missing(url, where)}`,
    ])
  })

  it.each<[field: string, url: string, where: string]>([
    ['background: /x.png', '/x.png', 'public/'],
    ['background: x.jpg', 'x.jpg', 'pages/ or public/'],
    ['image: ./x.svg', './x.svg', 'pages/'],
    ['backgroundImage: /x.png', '/x.png', 'public/'],
  ])('%s', async (field, url, where) => {
    expect(await faultsOf(head(field))).toEqual([`${MONEY}:1: ${missing(url, where)}`])
  })

  it('is reported in the entry of a page', async () => {
    expect(await faultsOf({ file: 'slides.md', from: 'lens: economic', to: 'background: ./x.png' })).toEqual([
      `slides.md:6: ${missing('./x.png', 'the folder of the deck')}`,
    ])
  })

  it('is reported on a handout', async () => {
    const seed = { file: HANDOUT, from: 'The run took', to: '![](./x.png) took' }
    expect(await faultsOf(seed)).toEqual([
      `${HANDOUT}:${lineOf(DECK, HANDOUT, 'The run took')}: ${missing('./x.png', 'exercises/01-bill/')}`,
    ])
  })
})

describe('an existing picture', () => {
  it.each([
    '![](/there.png) ![](there.png) ![](/two%20words.png)',
    '![](./beside.png) ![](beside.png) ![](../more/other.png) ![](@/more/other.png)',
    '![](./beside.png?inline#middle){.wide}',
    '![](https://example.org/x.png) <img src="//example.org/x.png"> <img src="data:image/png;base64,AA==">',
    '<img :src="$frontmatter.picture"> <img alt="None">',
    '`![](/x.png)`\n\n```md\n![](/x.png)\n```\n\n<!-- ![](/x.png) -->',
    '[a page](/x.png)',
  ])('%s', async (markdown) => {
    expect(await faultsOf(show(markdown))).toEqual([])
  })

  it.each([
    'background: /there.png',
    'image: ../more/other.png',
    'background: \'#123456\'',
    'background: linear-gradient(red, blue)',
    'background: https://example.org/x.png',
    'background:',
  ])('%s', async (field) => {
    expect(await faultsOf(head(field))).toEqual([])
  })

  it('may be on a handout', async () => {
    expect(await faultsOf({ file: HANDOUT, from: 'The run took', to: '![](./sheet.png) took' })).toEqual([])
  })
})
