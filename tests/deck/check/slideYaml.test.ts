import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY, OPENING } from './support/smallDeck.ts'

const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
const NO_FIELDS = 'the frontmatter is no list of fields; write name: value on each line, with a space after the colon.'

describe('frontmatter that is not valid YAML', () => {
  it.each<[what: string, file: string, from: string, to: string, near: string, says: string | RegExp]>([
    ['a colon in prose', MONEY, 'class: plain', 'kicker: The bill: what it leaves out', 'kicker:', /Nested mappings.*/],
    [
      'a colon in prose, on a later slide',
      OPENING,
      'lens: technical',
      'kicker: The bill: more',
      'kicker:',
      /Nested mappings.*/,
    ],
    [
      'a colon in prose, in the entry of a page',
      'slides.md',
      'lens: economic',
      'section: Money: more',
      'section:',
      /Nested mappings.*/,
    ],
    ['a list without an end', MONEY, 'class: plain', 'sources: [paper', 'asOf', /.*/],
    ['a field twice', MONEY, 'class: plain', 'minutes: 1', 'minutes: 34', /.*unique.*/],
    ['an alias', MONEY, 'class: plain', 'class: *plain', 'class:', /.*alias.*; put the text in quotes\./],
    [
      'no space after colons',
      'slides.md',
      'src: ./pages/20-pictures.md\ntrack: half-day',
      'src:./pages/20-pictures.md',
      'src:./pages',
      NO_FIELDS,
    ],
    [
      'no end',
      MONEY,
      'minutes: 34\n---',
      'minutes: 34',
      '---',
      'the frontmatter that begins here has no end; close it with a line of three hyphens.',
    ],
    [
      'hyphens within a line',
      MONEY,
      'class: plain',
      'kicker: before --- after',
      'kicker',
      'three hyphens end the frontmatter within a line; write a dash, or one hyphen.',
    ],
    [
      'a bad block of code',
      OPENING,
      '---\nlayout: cover\nsources: [paper]\nasOf: \'2024-12\'\nminutes: 23\n---\n',
      '```yaml\nlayout: cover\nkicker: a: b\n```\n',
      'kicker',
      /Nested mappings.*/,
    ],
  ])('%s', async (_, file, from, to, near, says) => {
    const files = seeded(DECK, { file, from, to })
    const place = `${file}:${lineOf(files, file, near)}: `
    expect(await faultsOf({ file, from, to })).toEqual([
      typeof says === 'string' ? place + says : expect.stringMatching(new RegExp(`^${place}${says.source}$`)),
    ])
  })

  it('is reported on each slide, before all other faults', async () => {
    const faults = await faultsOf(
      { file: MONEY, from: 'class: plain', to: 'kicker: a: b' },
      { file: OPENING, from: 'lens: technical', to: 'kicker: a: b' },
      { file: OPENING, from: '<CostCaveat', to: '<CostCavaet' },
    )
    expect(faults.map(fault => fault.split(':')[0])).toEqual([OPENING, MONEY])
  })
})

describe('frontmatter that is valid YAML', () => {
  it.each<[what: string, to: string]>([
    ['a colon in quotes', 'kicker: \'The bill: what it leaves out\''],
    ['a comment', '# class: plain: no'],
    ['an address', 'link: https://example.org'],
    ['text over several lines', 'kicker: >-\n  The bill: what\n  it leaves out'],
  ])('%s', async (_, to) => {
    expect(await faultsOf({ file: MONEY, from: 'class: plain', to })).toEqual([])
  })
})
