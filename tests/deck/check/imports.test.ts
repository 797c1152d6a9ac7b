import type { ParsedDeck } from '../../../src/deck/check/imports.ts'
import type { Files, Seed } from '../../support/tempFiles.ts'
import { join } from 'node:path'
import { load } from '@slidev/parser/fs'
import { describe, expect, it } from 'vitest'
import { checkImports } from '../../../src/deck/check/imports.ts'
import { checkContent } from '../../../src/deck/check/index.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY, OPENING, PICTURES } from './support/smallDeck.ts'

const ENTRY = 'slides.md'
const END_OF_MONEY = '<!-- Point at the last line. -->'
/** A page's last slide, and an entry after it. */
const then = (src: string) => `${END_OF_MONEY}\n\n---\nsrc: ${src}\n---\n`

interface Fault extends Seed { what: string, near: string, says: string, also?: string[] }

const unused = (file: string) => `${file}:1: no entry imports the page; name it in slides.md or delete it.`
const lost = (file: string, line: number, has: string) =>
  `${file}:${line}: the slide is not in the deck, which has ${has} slides; import the whole file.`

const FAULTS: Fault[] = [
  {
    what: 'missing page',
    file: ENTRY,
    from: '10-money.md',
    to: '11-money.md',
    near: '---\nsrc: ./pages/11',
    says:
      'src ./pages/11-money.md does not exist, so its slides are left out silently; mend the path or delete the entry.',
    also: [unused(MONEY)],
  },
  {
    what: 'missing first page',
    file: ENTRY,
    from: '01-opening.md',
    to: '02-opening.md',
    near: '---',
    says:
      'src ./pages/02-opening.md does not exist, so its slides are left out silently; '
      + 'mend the path or delete the entry.',
    also: [unused(OPENING)],
  },
  {
    what: 'missing page of a page',
    file: MONEY,
    from: END_OF_MONEY,
    to: then('./11-more.md'),
    near: '---\nsrc: ./11',
    says: 'src ./11-more.md does not exist, so its slides are left out silently; mend the path or delete the entry.',
  },
  {
    what: 'page with a range',
    file: ENTRY,
    from: '10-money.md',
    to: '10-money.md#1',
    near: '---\nsrc: ./pages/10',
    says: 'src ./pages/10-money.md#1 has a range; import the whole file, so that no slide is left out silently.',
  },
  {
    what: 'range past the end',
    file: ENTRY,
    from: '10-money.md',
    to: '10-money.md#1,9',
    near: '---\nsrc: ./pages/10',
    says: 'src ./pages/10-money.md#1,9 has a range; import the whole file, so that no slide is left out silently.',
  },
  {
    what: 'range before the first',
    file: ENTRY,
    from: '10-money.md',
    to: '10-money.md#0-1',
    near: '---\nsrc: ./pages/10',
    says: 'src ./pages/10-money.md#0-1 has a range; import the whole file, so that no slide is left out silently.',
  },
  {
    what: 'range that leaves slides out',
    file: ENTRY,
    from: '20-pictures.md',
    to: '20-pictures.md#1',
    near: '---\nsrc: ./pages/20',
    says: 'src ./pages/20-pictures.md#1 has a range; import the whole file, so that no slide is left out silently.',
    also: [
      lost(PICTURES, lineOf(DECK, PICTURES, '---\nminutes: 0'), '1 of the file\'s 3'),
      lost(PICTURES, lineOf(DECK, PICTURES, '---\nminutes: 0\n---\n\n<SourceAppendix :part="2"'), '1 of the file\'s 3'),
    ],
  },
  {
    what: 'circle of two pages',
    file: MONEY,
    from: END_OF_MONEY,
    to: then('../slides.md'),
    near: '---\nsrc: ../slides',
    says:
      'src ../slides.md leads back to where it comes from, so its slides are left out silently; '
      + 'take it out of the circle.',
  },
  {
    what: 'page that imports itself',
    file: MONEY,
    from: END_OF_MONEY,
    to: then('./10-money.md'),
    near: '---\nsrc: ./10',
    says:
      'src ./10-money.md leads back to where it comes from, so its slides are left out silently; '
      + 'take it out of the circle.',
  },
  {
    what: 'src that is no path',
    file: MONEY,
    from: END_OF_MONEY,
    to: then('11'),
    near: '---\nsrc: 11',
    says: 'src 11 is no path of a file; write one such as ./pages/01-opening.md.',
  },
]

describe('slides that Slidev would leave out', () => {
  it.each(FAULTS)('are reported: $what', async ({ near, says, also = [], ...seed }) => {
    const files = seeded(DECK, seed)
    const { faults } = await checkContent(tempFolder(files))
    expect(faults).toEqual([`${seed.file}:${lineOf(files, seed.file, near)}: ${says}`, ...also])
  })

  it('are reported in Slidev\'s words where src is a folder', async () => {
    const files = seeded(DECK, { file: MONEY, from: END_OF_MONEY, to: then('../pages') })
    const { faults } = await checkContent(tempFolder(files))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(
      new RegExp(
        `^${MONEY}:${lineOf(files, MONEY, '---\nsrc')}: Slidev cannot load this \\(.*EISDIR.*\\); `
        + `mend it, as its slides are left out silently\\.$`,
      ),
    )
  })

  it('are reported for a page that nobody imports', async () => {
    const { faults } = await checkContent(tempFolder({ ...DECK, 'pages/more/99-old.md': '# Old' }))
    expect(faults).toEqual([unused('pages/more/99-old.md')])
  })

  it('are reported for whatever reason the deck lacks them', async () => {
    const { deck, root } = await parsed(DECK)
    const fewer = { ...deck, slides: deck.slides.filter(slide => slide.index !== 1) }
    expect(checkImports(deck, root)).toEqual([])
    expect(checkImports(fewer, root)).toEqual([lost(OPENING, lineOf(DECK, OPENING, '---\nlens'), '2 of the file\'s 3')])
  })

  it('are not reported where their author hides them', async () => {
    const slide = seeded(DECK, {
      file: PICTURES,
      from: '<!-- Nothing more. -->',
      to: '<!-- Nothing more. -->\n\n---\nhide: true\n---\n\n# Draft',
    })
    const entry = seeded(slide, {
      file: ENTRY,
      from: 'src: ./pages/20',
      to: 'src: ./pages/99-draft.md\ndisabled: true\n---\n\n---\nsrc: ./pages/20',
    })
    const { faults } = await checkContent(tempFolder({ ...entry, 'pages/99-draft.md': '# Draft' }))
    expect(faults).toEqual([])
  })
})

async function parsed(files: Files): Promise<{ deck: ParsedDeck, root: string }> {
  const root = tempFolder(files)
  return { root, deck: await load({ userRoot: root, roots: [root] } as never, join(root, ENTRY)) }
}
