import type { Files, Seed } from '../support/tempFiles.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readGlossary, readQuestions, readSiteWords } from '../../src/content/kitWords.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { errorOf, lineOf, seeded, tempFolder } from '../support/tempFiles.ts'

const exercisesOf = (files: Files) => join(tempFolder(files), 'exercises')

describe('the kit of this deck', () => {
  it('has five questions', () => {
    expect(readQuestions(inRoot('exercises'))).toHaveLength(5)
  })

  it('explains each word once, in order, on sources of the ledger', () => {
    const glossary = readGlossary(inRoot('exercises'))
    const terms = glossary.map(entry => entry.term)
    expect(terms).toEqual([...new Set(terms)].sort((a, b) => a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    const { sources } = readLedger(inRoot('evidence'))
    expect(glossary.flatMap(entry => entry.sources).filter(id => !Object.hasOwn(sources, id))).toEqual([])
  })
})

describe('a fault in a file of the kit', () => {
  const GLOSSARY = 'exercises/kit/glossary.yaml'
  const QUESTIONS = 'exercises/kit/five-questions.yaml'
  const SITE = 'exercises/kit/site.yaml'
  const files = {
    [GLOSSARY]:
      '- term: Token\n  meaning: A word or a piece of one.\n'
      + '- term: Capex\n  meaning: Spending on things that last.\n  sources: [a]\n',
    [SITE]:
      'kicker: A talk\npitch: We read the bill.\naudience: For all.\nneeds: [A projector]\n'
      + 'lengths: { talk: Short., workshop: Longer., half-day: Long. }\n',
    [QUESTIONS]: '- ask: Of what?\n  about: What is left out?\n  hint: Look for the unit.\n',
  }

  it('is not reported where there is none', () => {
    expect(readGlossary(exercisesOf(files)).map(entry => entry.term)).toEqual(['Capex', 'Token'])
    expect(readQuestions(exercisesOf(files))).toEqual([
      { ask: 'Of what?', about: 'What is left out?', hint: 'Look for the unit.' },
    ])
  })

  it.each<Seed & { near: string, says: string, read: (exercises: string) => unknown }>([
    {
      file: GLOSSARY,
      from: '  meaning: A word or a piece of one.\n',
      to: '',
      near: 'term: Token',
      says: 'entry 1, meaning: must be text.',
      read: readGlossary,
    },
    {
      file: GLOSSARY,
      from: 'sources:',
      to: 'source:',
      near: 'source:',
      says: 'entry 2: there is no field "source" here; correct its name, or delete it.',
      read: readGlossary,
    },
    {
      file: QUESTIONS,
      from: '  hint: Look for the unit.\n',
      to: '',
      near: 'ask:',
      says: 'entry 1, hint: must be text.',
      read: readQuestions,
    },
    {
      file: SITE,
      from: 'needs: [A projector]',
      to: 'needs: []',
      near: 'needs:',
      says: 'needs: needs at least one item.',
      read: readSiteWords,
    },
    {
      file: SITE,
      from: ', half-day: Long.',
      to: '',
      near: 'lengths:',
      says: 'lengths, half-day: must be text.',
      read: readSiteWords,
    },
  ])('is reported with its line: $says', ({ near, says, read, ...seed }) => {
    const broken = seeded(files, seed)
    expect(errorOf(() => read(exercisesOf(broken))).message).toBe(
      `${seed.file}:${lineOf(broken, seed.file, near)}: ${says}`,
    )
  })
})
