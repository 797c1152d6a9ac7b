import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { fieldPrefix, formatPartRules, pageNameOf } from '../../src/handouts/parts.ts'

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
      [pageNameOf(0), 'Workbook · Claim sort'],
      [pageNameOf(1), 'Workbook · Fermi the bill'],
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

describe('the workbook of this deck', () => {
  it('prefixes the fields of no two sheets alike', () => {
    const prefixes = readExercises(inRoot('exercises')).map(exercise => fieldPrefix(exercise.title))
    expect(prefixes.filter((prefix, i) => prefixes.indexOf(prefix) !== i)).toEqual([])
  })
})
