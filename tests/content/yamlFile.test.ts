import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ContentError, parseYaml, readFrontmatter, readYaml } from '../../src/content/yamlFile.ts'
import { errorOf, tempFolder } from '../support/tempFiles.ts'

const sentence = z.string({ error: 'must be a sentence' })
const ENTRIES = z.record(
  z.string(),
  z.strictObject({ claim: sentence, asOf: z.string().optional(), evidence: z.array(sentence).optional() }),
)
const messageOf = (yaml: string) => errorOf(() => parseYaml(yaml, ENTRIES, { file: 'evidence/claims.yaml' })).message
const entry = (...lines: string[]) => `A01:\n${lines.map(line => `  ${line}\n`).join('')}`

describe('a file that is not valid YAML', () => {
  it.each<[what: string, yaml: string, says: string]>([
    [
      'a colon in prose',
      entry('claim: They paid: six million'),
      '2: Nested mappings are not allowed in compact mappings; '
      + 'put text that has a colon in quotes, or mend the indentation.',
    ],
    [
      'a line too far in',
      entry('claim: So', '  asOf: 2031'),
      '2: Nested mappings are not allowed in compact mappings; '
      + 'put text that has a colon in quotes, or mend the indentation.',
    ],
    [
      'no space after a colon',
      entry('claim:So', 'asOf: "2031"'),
      '2: Implicit keys need to be on a single line; write a space after the colon.',
    ],
    [
      'a sign of YAML first',
      entry('claim: @home'),
      '2: Plain value cannot start with reserved character @; put the text in quotes.',
    ],
    [
      'an alias',
      entry('claim: *so*'),
      '2: "*" begins an alias, which content files do not use; put the text in quotes.',
    ],
    ['a field twice', entry('claim: So', 'claim: So'), '3: Map keys must be unique; mend the YAML there.'],
  ])('is reported with line and remedy: %s', (_, yaml, says) => {
    expect(messageOf(yaml)).toBe(`evidence/claims.yaml:${says}`)
  })
})

describe('a value that YAML does not read as text', () => {
  it.each<[what: string, yaml: string, says: string]>([
    ['a year', entry('claim: So', 'asOf: 2031'), '3: A01, asOf: must be text; write it in quotes.'],
    ['a number', entry('claim: 6'), '2: A01, claim: must be a sentence; write it in quotes.'],
    ['a word for yes', entry('claim: true'), '2: A01, claim: must be a sentence; write it in quotes.'],
    [
      'prose with a colon in a list',
      entry('claim: So', 'evidence:', '  - They said: so'),
      '4: A01, evidence, entry 1: must be a sentence; put text that has a colon in quotes.',
    ],
    ['nothing', entry('claim:'), '2: A01, claim: must be a sentence.'],
    ['a list', entry('claim: [So]'), '2: A01, claim: must be a sentence.'],
    ['a missing field', entry('asOf: "2031"'), '2: A01, claim: must be a sentence.'],
  ])('is reported with line and remedy: %s', (_, yaml, says) => {
    expect(messageOf(yaml)).toBe(`evidence/claims.yaml:${says}`)
  })
})

describe('a file', () => {
  it('is named in errors as the caller names it, also when it is missing', () => {
    const folder = tempFolder({ 'data/it.yaml': entry('claim: So') })
    expect(readYaml(join(folder, 'data/it.yaml'), ENTRIES)).toEqual({ A01: { claim: 'So' } })
    const path = join(folder, 'data/none.yaml')
    const missing = errorOf(() => readYaml(path, ENTRIES, 'data/none.yaml'))
    expect(missing).toEqual(
      new ContentError(`data/none.yaml: cannot be read at ${path}; create it or restore it from the repository.`),
    )
  })

  it.each<[markdown: string, says: string]>([
    ['---\nclaim: 6\n---\n\n# So\n', 'it.md:2: claim: must be a sentence; write it in quotes.'],
    ['# So\n', 'it.md:1: the file does not begin with frontmatter between two lines of three hyphens; add it.'],
  ])('of Markdown has its lines counted from the first: %j', (markdown, says) => {
    const path = join(tempFolder({ 'it.md': markdown }), 'it.md')
    expect(errorOf(() => readFrontmatter(path, z.object({ claim: sentence }))).message).toBe(says)
  })
})
