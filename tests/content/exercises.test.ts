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
      polls: ['bill'],
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
      what: 'unknown key',
      file: HANDOUT,
      from: 'materials: []',
      to: 'material: []\nmaterials: []',
      near: 'title:',
      says: 'Unrecognized key: "material".',
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
      says: 'Unrecognized key: "lens".',
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
    })
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
      what: 'six a sheet',
      from: 'perSheet: 8',
      to: 'perSheet: 6',
      near: 'perSheet',
      says: 'perSheet: must be 4 or 8.',
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
  ])('are refused with $what', ({ near, says, ...seed }) => {
    const broken = seeded(files, { file: CARDS, ...seed })
    expect(errorOf(() => read(broken)).message).toBe(`${CARDS}:${lineOf(broken, CARDS, near)}: ${says}`)
  })
})
