import { join } from 'node:path'
import { expect, it } from 'vitest'
import { VERDICTS } from '../../src/content/evidenceSchema.ts'
import { readMat } from '../../src/content/mat.ts'
import { readSourcePages } from '../../src/content/sourcePages.ts'
import { tempFolder } from '../support/tempFiles.ts'

const column = (verdict: string) => ({ verdict, name: 'N', meaning: 'M', example: 'E' })
const row = { name: 'N', meaning: 'M' }
const mat = (verdicts: readonly string[]) =>
  ({ title: 'T', across: 'A', up: 'U', columns: verdicts.map(column), rows: [row, row, row], how: 'H' })
const words = { looks: 'L', publisher: 'P', heading: 'H', tagline: 'T', paragraphs: ['P'] }
const page = (letter: string, more = {}) => ({ letter, design: 'plain', address: 'a.example', ...words, ...more })
const pages = (...all: object[]) => ({ title: 'T', invented: 'I', pages: all })
const read = <T>(reader: (path: string, file: string) => T, content: object) =>
  () => reader(join(tempFolder({ 'x.yaml': JSON.stringify(content) }), 'x.yaml'), 'x.yaml')

it('a mat has one column for each verdict', () => {
  expect(read(readMat, mat(VERDICTS))).not.toThrow()
  expect(read(readMat, mat(VERDICTS.map((verdict, i) => i === 1 ? VERDICTS[0] : verdict)))).toThrow(
    `columns: needs one column for each of ${VERDICTS.join(', ')}.`,
  )
})

it('source pages have a letter each, and tables with as many cells a row as heads', () => {
  const table = (row: string[]) => ({ table: { head: ['a', 'b'], rows: [row] } })
  expect(read(readSourcePages, pages(page('A'), page('B', table(['1', '2']))))).not.toThrow()
  expect(read(readSourcePages, pages(page('A'), page('A')))).toThrow('pages: has a letter twice')
  expect(read(readSourcePages, pages(page('A', table(['1']))))).toThrow(
    'pages, entry 1, table: must have as many cells a row as heads.',
  )
})
