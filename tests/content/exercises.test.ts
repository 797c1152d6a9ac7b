import type { Files, Seed } from '../support/tempFiles.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { lineOfCard } from '../../src/content/cards.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { ContentError } from '../../src/content/yamlFile.ts'
import { DECK } from '../deck/check/support/smallDeck.ts'
import { errorOf, lineOf, seeded, tempFolder } from '../support/tempFiles.ts'

const HANDOUT = 'exercises/01-bill/handout.md'
const GUIDE = 'exercises/01-bill/facilitator.md'

const read = (files: Files) => readExercises(join(tempFolder(files), 'exercises'))

describe('the exercises of this deck', () => {
  const exercises = readExercises(inRoot('exercises'))

  it('each have a folder of their own, in order', () => {
    const slugs = exercises.map(exercise => exercise.slug)
    expect(slugs).toEqual([...new Set(slugs)].sort())
    expect(slugs.filter(slug => !/^\d{2}-[a-z0-9-]+$/.test(slug))).toEqual([])
  })

  it('have titles that tell the two editions apart', () => {
    const titles = exercises.flatMap(exercise => Object.values(exercise.titles))
    expect(titles.length).toBe(2 * exercises.length)
    expect(new Set(titles).size).toBe(titles.length)
  })
})

describe('readExercises', () => {
  it('reads frontmatter, folder and both titles', () => {
    expect(read(DECK)).toEqual([{
      slug: '01-bill',
      title: 'The bill',
      titles: { participant: 'The bill', facilitator: 'The bill: facilitator page' },
      task: 'Add it up.',
      lens: 'technical',
      track: 'half-day',
      group: '3 people',
      steps: [{ name: 'Guess', minutes: 2 }, { name: 'Add up', minutes: 8.5 }],
      objectives: ['Rebuild a published cost'],
      materials: [],
      sharedBy: 3,
      separate: false,
      polls: ['bill'],
      slips: [],
    }])
  })

  it('sorts exercises by folder name and ignores files', () => {
    const folder = join(tempFolder(DECK), 'exercises')
    for (const slug of ['10-later', '02-soon']) {
      mkdirSync(join(folder, slug))
      for (const file of ['handout.md', 'facilitator.md'])
        writeFileSync(join(folder, slug, file), DECK[`exercises/01-bill/${file}`] ?? '')
    }
    writeFileSync(join(folder, 'README.md'), 'Not an exercise.')
    expect(readExercises(folder).map(exercise => exercise.slug)).toEqual(['01-bill', '02-soon', '10-later'])
  })

  it('does not take the folder of the kit for an exercise', () => {
    expect(read({ ...DECK, 'exercises/kit/guide.md': '# Guide' }).map(exercise => exercise.slug)).toEqual(['01-bill'])
  })

  it.each([HANDOUT, GUIDE])('reports a missing %s', (file) => {
    const { [file]: _, ...others } = DECK
    const error = errorOf(() => read(others))
    expect(error).toBeInstanceOf(ContentError)
    expect(error.message).toBe(
      `exercises/01-bill: ${file.split('/').at(-1)} is missing; an exercise needs a handout and a facilitator page.`,
    )
  })

  /** `near` is a text that begins on the line that the message names. */
  it.each<Seed & { what: string, near: string, says: string }>([
    {
      what: 'unknown lens',
      file: HANDOUT,
      from: 'technical',
      to: 'legal',
      near: 'lens:',
      says: 'lens: must be one of technical, economic, domestic, international, all.',
    },
    {
      what: 'unknown track',
      file: HANDOUT,
      from: 'half-day',
      to: 'evening',
      near: 'track:',
      says: 'track: must be one of talk, workshop, half-day, spare.',
    },
    { what: 'no task', file: HANDOUT, from: 'task: Add it up.\n', to: '', near: 'title:', says: 'task: must be text.' },
    {
      what: 'polls in words',
      file: HANDOUT,
      from: 'polls: [bill]',
      to: 'polls: bill',
      near: 'polls:',
      says: 'polls: ',
    },
    {
      what: 'no steps',
      file: HANDOUT,
      from: 'steps:\n  - name: Guess\n    minutes: 2\n  - name: Add up\n    minutes: 8.5',
      to: 'steps: []',
      near: 'steps:',
      says: 'steps: needs at least one step.',
    },
    {
      what: 'a step of no time',
      file: HANDOUT,
      from: 'minutes: 8.5',
      to: 'minutes: 0',
      near: 'minutes: 0',
      says: 'steps, entry 2, minutes: ',
    },
    {
      what: 'minutes in words',
      file: HANDOUT,
      from: 'minutes: 8.5',
      to: 'minutes: eight',
      near: 'minutes: eight',
      says: 'steps, entry 2, minutes: must be a number of minutes.',
    },
    {
      what: 'a cut that saves the whole exercise',
      file: HANDOUT,
      from: 'materials: []',
      to: 'materials: []\ncut: { what: The sums, saves: 10.5 }',
      near: 'cut:',
      says: 'cut, saves: must be less than all steps take together.',
    },
    {
      what: 'a title longer than a running head',
      file: HANDOUT,
      from: 'title: The bill',
      to: `title: ${'Bill '.repeat(15)}`,
      near: 'title:',
      says: 'title: must be at most 70 characters, to fit the head of a page.',
    },
    {
      what: 'a poll twice',
      file: HANDOUT,
      from: 'polls: [bill]',
      to: 'polls: [bill, bill]',
      near: 'polls:',
      says: 'polls: names a poll twice; name each once.',
    },
    ...[0, -3, 1.5].map(shared => ({
      what: `a set for ${shared} people`,
      file: HANDOUT,
      from: 'sharedBy: 3',
      to: `sharedBy: ${shared}`,
      near: 'sharedBy:',
      says: 'sharedBy: must be a number of people who share one copy, or room for one copy in all.',
    })),
    {
      what: 'unknown key',
      file: HANDOUT,
      from: 'materials: []',
      to: 'material: []\nmaterials: []',
      near: 'material:',
      says: 'there is no field "material" here; correct its name, or delete it.',
    },
    {
      what: 'missing key',
      file: HANDOUT,
      from: 'group: 3 people\n',
      to: '',
      near: 'title:',
      says: 'group: must be text.',
    },
    {
      what: 'empty title',
      file: HANDOUT,
      from: 'title: The bill',
      to: 'title: ""',
      near: 'title:',
      says: 'title: must not be empty.',
    },
    {
      what: 'no objective',
      file: HANDOUT,
      from: '[Rebuild a published cost]',
      to: '[]',
      near: 'objectives:',
      says: 'objectives: needs at least one objective.',
    },
    {
      what: 'no frontmatter',
      file: HANDOUT,
      from: '---\ntitle: The bill',
      to: 'title: The bill',
      near: 'title:',
      says: 'the file does not begin with frontmatter between two lines of three hyphens; add it.',
    },
    { what: 'syntax error', file: HANDOUT, from: 'lens: technical', to: 'lens: [technical', near: 'track:', says: '' },
    {
      what: 'unknown key of the facilitator page',
      file: GUIDE,
      from: 'title:',
      to: 'lens: technical\ntitle:',
      near: 'lens:',
      says: 'there is no field "lens" here; correct its name, or delete it.',
    },
    {
      what: 'no frontmatter on the facilitator page',
      file: GUIDE,
      from: '---\ntitle: \'The bill: facilitator page\'\n---\n',
      to: '',
      near: '',
      says: 'the file does not begin with frontmatter',
    },
  ])('refuses $what', ({ near, says, ...seed }) => {
    const files = seeded(DECK, seed)
    const error = errorOf(() => read(files))
    expect(error).toBeInstanceOf(ContentError)
    const start = `${seed.file}:${lineOf(files, seed.file, near)}: ${says}`
    expect(error.message.slice(0, start.length)).toBe(start)
    expect(error.message).toMatch(/^[^\n]+[^.\n]\.$/)
  })
})

describe('a file as editors on other systems write it', () => {
  it.each<[string, (text: string) => string]>([
    ['a byte order mark', text => `\uFEFF${text}`],
    ['line ends of Windows', text => text.replaceAll('\n', '\r\n')],
    ['spaces after the hyphens', text => text.replaceAll('---\n', '---  \n')],
    ['nothing after its frontmatter', text => /^---\n[\s\S]*?\n---/.exec(text)?.[0] ?? ''],
  ])('is read with %s', (_, change) => {
    const changed = { [HANDOUT]: change(DECK[HANDOUT] ?? ''), [GUIDE]: change(DECK[GUIDE] ?? '') }
    expect(read({ ...DECK, ...changed })).toEqual(read(DECK))
  })
})

describe('the folder of an exercise', () => {
  const named = (slug: string) => Object.fromEntries(
    Object.entries(DECK).map(([file, text]) => [file.replace('exercises/01-bill/', `exercises/${slug}/`), text]),
  )

  it.each(['01 my bill', '01-übung', '01-a%20b', 'bill', '01-Bill'])('cannot be called %j', (slug) => {
    expect(errorOf(() => read(named(slug))).message).toBe(
      `exercises/${slug}: the folder’s name is part of addresses and files, so it must be lower-case letters, digits `
      + 'and hyphens, with its number first; rename it, such as 08-my-exercise.',
    )
  })

  it('is not the hidden folder of an editor', () => {
    expect(read({ ...DECK, 'exercises/.editor/settings.json': '{}' })).toEqual(read(DECK))
  })
})

describe('the papers of an exercise for later', () => {
  const SLIP = 'exercises/01-bill/slips/rates.md'
  const entry = (file: string) => `\n  - { file: ${file}, title: Rates, when: Minute 6, copies: One each, sharedBy: 1 }`
  const withSlips = (files: string[]) =>
    seeded(DECK, { file: HANDOUT, from: 'materials: []', to: `materials: []\nslips:${files.map(entry).join('')}` })

  it('are read with it', () => {
    expect(read({ ...withSlips(['rates']), [SLIP]: '# Rates' })[0]?.slips.map(({ file }) => file)).toEqual(['rates'])
  })

  it.each(['participant', 'facilitator', 'cards', 'mat', 'mat-in-two', 'pages'])('cannot be called %s', (file) => {
    const files = { ...withSlips([file]), [`exercises/01-bill/slips/${file}.md`]: '# Rates' }
    expect(errorOf(() => read(files)).message).toBe(
      `${HANDOUT}:${lineOf(files, HANDOUT, `- { file: ${file}`)}: slips, entry 1, file: must be none of participant, `
      + 'facilitator, cards, mat, mat-in-two, pages, which are papers of their own.',
    )
  })

  it('are each named once', () => {
    const files = { ...withSlips(['rates', 'rates']), [SLIP]: '# Rates' }
    expect(errorOf(() => read(files)).message).toMatch(/: slips: has a file twice; name each once\.$/)
  })

  it('are all named', () => {
    expect(errorOf(() => read({ ...DECK, [SLIP]: '# Rates' })).message).toBe(
      `${SLIP}: is not in slips of handout.md, so nobody would print it; add it there, or delete it.`,
    )
  })
})

describe('the cards of an exercise', () => {
  const CARDS = 'exercises/01-bill/cards.yaml'
  const files = { ...DECK, [CARDS]: `
title: Claim cards
perSheet: 8
invented: false
back: Turn it when all agree.
cards:
  - claim: A01
  - { title: A minister, front: Wants votes., back: Has promised two things., lens: domestic }
`.trimStart() }

  it('are read with it', () => {
    expect(read(files)[0]?.cards).toEqual({
      title: 'Claim cards',
      perSheet: 8,
      invented: false,
      back: 'Turn it when all agree.',
      cards: [
        { claim: 'A01' },
        { title: 'A minister', front: 'Wants votes.', back: 'Has promised two things.', lens: 'domestic' },
      ],
      spares: [],
    })
  })

  it('need to know how many people share a set', () => {
    expect(() => read(seeded(files, { file: HANDOUT, from: 'sharedBy: 3\n', to: '' }))).toThrow(
      'exercises/01-bill/handout.md: sharedBy is missing; say how many people share a set of what lies on the tables, '
      + 'such as 4, or room.',
    )
  })

  it('each know their line in the file', () => {
    const path = join(tempFolder(files), CARDS)
    expect([1, 2].map(card => lineOfCard(path, card))).toEqual([
      lineOf(files, CARDS, 'claim: A01'),
      lineOf(files, CARDS, '{ title: A minister'),
    ])
  })

  it.each<Omit<Seed, 'file'> & { what: string, near: string, says: string }>([
    {
      what: 'five a sheet',
      from: 'perSheet: 8',
      to: 'perSheet: 5',
      near: 'perSheet',
      says: 'perSheet: must be 4, 6 or 8.',
    },
    {
      what: 'nothing said of where they come from',
      from: 'invented: false\n',
      to: '',
      near: 'title:',
      says: 'invented: must be true or false.',
    },
    {
      what: 'a card of neither kind',
      from: '- claim: A01',
      to: '- front: Nobody',
      near: '- front',
      says: 'cards, entry 1: must have claim, or title and front.',
    },
    {
      what: 'no cards',
      from:
        'cards:\n  - claim: A01\n  - { title: A minister, front: Wants votes., back: '
        + 'Has promised two things., lens: domestic }',
      to: 'cards: []',
      near: 'cards:',
      says: 'cards: needs at least one card.',
    },
    {
      what: 'a claim twice',
      from: '- claim: A01',
      to: '- claim: A02\n  - claim: A02',
      near: '- claim: A02\n  - {',
      says: 'cards, entry 2, claim: A02 has a card already; delete one.',
    },
    {
      what: 'a spare card that is a card already',
      from: 'cards:\n',
      to: 'spares: [{ claim: A01 }]\ncards:\n',
      near: 'spares:',
      says: 'spares, entry 1, claim: A01 has a card already; delete one.',
    },
  ])('are refused with $what', ({ near, says, ...seed }) => {
    const broken = seeded(files, { file: CARDS, ...seed })
    expect(errorOf(() => read(broken)).message).toBe(`${CARDS}:${lineOf(broken, CARDS, near)}: ${says}`)
  })
})
