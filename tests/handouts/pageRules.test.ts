import { describe, expect, it } from 'vitest'
import { pageStyle, paperOf, PAPERS } from '../../src/handouts/pageRules.ts'

/** The text that a browser would show for the running header. */
function headerIn(css: string): string | undefined {
  const literal = /@top-left \{ content: "((?:[^"\\\n]|\\[^\n])*)";/.exec(css)?.[1]
  return literal?.replace(/\\(.)/g, '$1')
}

describe('pageStyle', () => {
  it.each([
    ['a4', 'A4'],
    ['letter', 'letter'],
  ] as const)('prints %s on %s', (paper, size) => {
    expect(pageStyle({ paper, header: 'Title', footer: '' })).toMatch(
      new RegExp(`^@page handout \\{\\s+size: ${size};\\s+margin: \\d`),
    )
  })

  it('has margins of its own for each paper', () => {
    const margins = PAPERS.map(paper => /margin: ([^;]+);/.exec(pageStyle({ paper, header: 'Title', footer: '' }))?.[1])
    expect(new Set(margins).size).toBe(PAPERS.length)
    expect(margins).not.toContain(undefined)
  })

  it('goes for pages of another name, with a margin of their own', () => {
    expect(pageStyle({ paper: 'a4', header: 'Title', footer: '', name: 'part-2', margin: '9mm' })).toMatch(
      /^@page part-2 \{\s+size: A4;\s+margin: 9mm;/,
    )
  })

  it.each([
    ['plain', 'Fermi the bill: facilitator page', 'Fermi the bill: facilitator page'],
    ['quotes', 'A "cheap" model', 'A "cheap" model'],
    ['an apostrophe', 'DeepSeek’s bill, \'said\'', 'DeepSeek’s bill, \'said\''],
    ['a backslash', 'A\\B', 'A\\B'],
    ['a backslash at the end', 'A\\', 'A\\'],
    ['a backslash before a quote', 'A\\"; size: 1px', 'A\\"; size: 1px'],
    ['a new line', 'One\nTwo', 'One Two'],
    ['a closing brace', 'A } B', 'A } B'],
  ])('shows %s as it is', (_, header, shown) => {
    expect(headerIn(pageStyle({ paper: 'a4', header, footer: '' }))).toBe(shown)
  })
})

describe('paperOf', () => {
  it.each([
    ['a4', 'a4'],
    ['letter', 'letter'],
    ['A4', 'a4'],
    ['a5', 'a4'],
    [undefined, 'a4'],
    [['letter'], 'a4'],
  ])('%j prints on %s', (text, paper) => {
    expect(paperOf(text)).toBe(paper)
  })
})
