import type { Source } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { hasSources, htmlWithoutSources, withSources } from '../../src/content/sourceNotes.ts'

const source = (title: string, read = true): Source => ({
  title,
  publisher: 'A laboratory',
  date: '2025',
  short: title,
  kind: 'press',
  read,
})
const LIST = 'Sources:\n\n- First. A laboratory, 2025.\n- Second. A laboratory, 2025 (known through reports).'
const SOURCES = [source('First'), source('Second', false)]

describe('withSources', () => {
  it.each<[what: string, note: string, expected: string]>([
    ['ends a note with the references', 'Say it. [click]\n\nGo on.\n', `Say it. [click]\n\nGo on.\n\n${LIST}`],
    ['is all of an empty note', '', LIST],
    ['replaces a list that was saved', `Say it.\n\nSources:\n\n- Old. Paper, 2024.\n`, `Say it.\n\n${LIST}`],
    ['replaces its own list', `Say it.\n\n${LIST}`, `Say it.\n\n${LIST}`],
    ['leaves a list inside the note', 'Sources:\n\n- one\n\nSay it.', `Sources:\n\n- one\n\nSay it.\n\n${LIST}`],
  ])('%s', (_, note, expected) => {
    expect(withSources(note, SOURCES)).toBe(expected)
  })

  it('adds nothing without sources, and takes away a list', () => {
    expect(withSources('Say it.', [])).toBe('Say it.')
    expect(withSources(`Say it.\n\n${LIST}`, [])).toBe('Say it.')
  })
})

describe('hasSources', () => {
  it.each<[note: string, is: boolean]>([
    [`Say it.\n\n${LIST}\n`, true],
    [LIST, true],
    ['Say it.\n\nSources: none.', false],
    ['Sources:\n\n- one\n\nSay it.', false],
  ])('of %j is %j', (note, is) => {
    expect(hasSources(note)).toBe(is)
  })
})

describe('htmlWithoutSources', () => {
  const LIST_HTML = '<p>Sources:</p>\n<ul>\n<li>First. A laboratory, 2025.</li>\n</ul>\n'

  it.each<[what: string, html: string, expected: string]>([
    ['takes the list from the end', `<p>Say it.</p>\n${LIST_HTML}`, '<p>Say it.</p>'],
    ['leaves a note without one', '<p>Say it.</p>', '<p>Say it.</p>'],
    ['leaves another list', '<p>Say:</p>\n<ul>\n<li>it</li>\n</ul>', '<p>Say:</p>\n<ul>\n<li>it</li>\n</ul>'],
    [
      'leaves a list inside the note',
      `${LIST_HTML}<p>Say it.</p>\n${LIST_HTML}`,
      `${LIST_HTML}<p>Say it.</p>`,
    ],
  ])('%s', (_, html, expected) => {
    expect(htmlWithoutSources(html)).toBe(expected)
  })
})
