import type { Files } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, GLOSSARY, QUESTIONS } from './support/smallDeck.ts'

const faultsOf = async (files: Files) => (await checkContent(tempFolder(files))).faults

describe('the folder of the kit', () => {
  it.each<[file: string, made: string]>([
    ['feedback.md', 'the feedback form'],
    ['guide.md', 'the facilitator guide'],
    ['workbook.md', 'the workbook'],
    ['five-questions.yaml', 'the last slide and the workbook'],
    ['glossary.yaml', 'the workbook'],
    ['site.yaml', 'the landing page of the site'],
  ])('is reported where it lacks %s', async (file, made) => {
    const path = `exercises/kit/${file}`
    const others = Object.fromEntries(Object.entries(DECK).filter(([file]) => file !== path))
    expect(await faultsOf(others)).toEqual([
      `${path}:1: the file is missing, and ${made} cannot be made without it; `
      + 'create it or restore it from the repository.',
    ])
  })

  it.each<[what: string, file: string, from: string, to: string, near: string, says: string]>([
    [
      'names a source that is not there',
      GLOSSARY,
      '[paper, analyst]',
      '[paper, oracle]',
      'sources:',
      'entry 2, sources, entry 2: source "oracle" is not in evidence/sources.yaml; mend the id or add the source.',
    ],
    [
      'names such a source on a line of its own',
      GLOSSARY,
      '[paper, analyst]',
      '\n    - paper\n    - oracle',
      '- oracle',
      'entry 2, sources, entry 2: source "oracle" is not in evidence/sources.yaml; mend the id or add the source.',
    ],
    [
      'lacks a meaning',
      GLOSSARY,
      '  meaning: A word, or a piece of one.\n',
      '',
      '- term',
      'entry 1, meaning: must be text.',
    ],
    ['lacks a hint', QUESTIONS, '  hint: Look for the unit.\n', '', '- ask', 'entry 1, hint: must be text.'],
  ])('%s', async (_, file, from, to, near, says) => {
    const files = seeded(DECK, { file, from, to })
    expect(await faultsOf(files)).toEqual([`${file}:${lineOf(files, file, near)}: ${says}`])
  })
})
