import type { Files, Seed } from '../support/tempFiles.ts'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { readGlossary, readQuestions } from '../../src/content/kitWords.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { fieldPrefix, formatPartRules, pageNameOf } from '../../src/handouts/parts.ts'
import { DECK } from '../deck/check/support/smallDeck.ts'
import { errorOf, lineOf, seeded, tempFolder } from '../support/tempFiles.ts'

const exercisesOf = (files: Files) => join(tempFolder(files), 'exercises')

describe('the folder of the kit', () => {
  it('is no exercise', () => {
    expect(
      readExercises(exercisesOf({ ...DECK, 'exercises/kit/guide.md': '# Guide' })).map(exercise => exercise.slug),
    ).toEqual(['01-bill'])
  })
})

describe('the kit of this deck', () => {
  it('has five questions', () => {
    expect(readQuestions(inRoot('exercises'))).toHaveLength(5)
  })

  it('explains each word once, in order, on sources of the ledger', () => {
    const glossary = readGlossary(inRoot('exercises'))
    const terms = glossary.map(item => item.term)
    expect(terms).toEqual([...new Set(terms)].sort((a, b) => a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    const { sources } = readLedger(inRoot('evidence'))
    expect(glossary.flatMap(item => item.sources).filter(text => !Object.hasOwn(sources, text))).toEqual([])
  })

  it('has fields of one name in no two sheets of the workbook', () => {
    const prefixes = readExercises(inRoot('exercises')).map(exercise => fieldPrefix(exercise.title))
    expect(prefixes.filter((prefix, i) => prefixes.indexOf(prefix) !== i)).toEqual([])
  })
})

describe('the pages of facilitators', () => {
  const importers = (what: RegExp) =>
    globSync('src/handouts/**/*.{ts,vue}', { cwd: root })
      .filter(file => what.test(readFileSync(inRoot(file), 'utf8')))
      .sort()

  it('are read by one module, which no page for participants imports', () => {
    expect(importers(/import\.meta\.glob.*facilitator\.md/)).toEqual(['src/handouts/facilitatorSheets.ts'])
    expect(importers(/from '\.\/facilitatorSheets\.ts'/)).toEqual(['src/handouts/GuidePage.vue'])
    expect(importers(/import\('\.\/facilitatorSheets\.ts'\)/)).toEqual(['src/handouts/HandoutPage.vue'])
  })
})

describe('a fault in a file of the kit', () => {
  const GLOSSARY = 'exercises/kit/glossary.yaml'
  const QUESTIONS = 'exercises/kit/five-questions.yaml'
  const files = {
    [GLOSSARY]:
      '- term: Token\n  meaning: A word or a piece of one.\n'
      + '- term: Capex\n  meaning: Spending on things that last.\n  sources: [a]\n',
    [QUESTIONS]: '- ask: Of what?\n  about: What is left out?\n  hint: Look for the unit.\n',
  }

  it('is none where there is none', () => {
    expect(readGlossary(exercisesOf(files)).map(item => item.term)).toEqual(['Capex', 'Token'])
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
      near: 'term: Capex',
      says: 'entry 2: Unrecognized key: "source".',
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
  ])('is named with its line: $says', ({ near, says, read, ...seed }) => {
    const broken = seeded(files, seed)
    expect(errorOf(() => read(exercisesOf(broken))).message).toBe(
      `${seed.file}:${lineOf(broken, seed.file, near)}: ${says}`,
    )
  })
})

describe('a document of several parts', () => {
  it('has page rules for each, with its title in the running head', () => {
    const css = formatPartRules([{ title: 'Claim sort' }, { title: 'Fermi the bill' }], {
      documentTitle: 'Workbook',
      pageSize: 'letter',
      runningFoot: 'CC BY',
    })
    expect(
      [...css.matchAll(/@page (\S+) \{[^@]*@top-left \{ content: "([^"]*)"/g)].map(([, ...groups]) => groups),
    ).toEqual([
      [pageNameOf(0), 'Workbook: Claim sort'],
      [pageNameOf(1), 'Workbook: Fermi the bill'],
    ])
  })

  it.each([
    ['Fermi the bill', 'Fermi the bill'],
    ['Baseline: where do you stand?', 'Baseline: where do you stand'],
    ['And then …', 'And then'],
  ])('prefixes the fields of %j without punctuation at the end', (title, prefix) => {
    expect(fieldPrefix(title)).toBe(prefix)
  })
})
