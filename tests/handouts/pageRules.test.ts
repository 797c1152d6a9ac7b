import { describe, expect, it } from 'vitest'
import { formatPageRules, PAGE_SIZES, parsePageSize } from '../../src/handouts/pageRules.ts'

/** The text that a browser would show as the running head. */
function headIn(css: string): string | undefined {
  const literal = /@top-left \{ content: "((?:[^"\\\n]|\\[^\n])*)";/.exec(css)?.[1]
  return literal?.replace(/\\(.)/g, '$1')
}

describe('formatPageRules', () => {
  it.each([
    ['a4', 'A4'],
    ['letter', 'letter'],
  ] as const)('prints %s on %s', (pageSize, size) => {
    expect(formatPageRules({ pageSize, runningHead: 'Title', runningFoot: '' })).toMatch(
      new RegExp(`^@page handout \\{\\s+size: ${size};\\s+margin: \\d`),
    )
  })

  it('has margins of its own for each page size', () => {
    const margins = PAGE_SIZES.map(pageSize =>
      /margin: ([^;]+);/.exec(formatPageRules({ pageSize, runningHead: 'Title', runningFoot: '' }))?.[1])
    expect(new Set(margins).size).toBe(PAGE_SIZES.length)
    expect(margins).not.toContain(undefined)
  })

  it('applies to pages of another name, with a margin of their own', () => {
    const rules = { pageSize: 'a4', runningHead: 'Title', runningFoot: '', name: 'part-2', margin: '9mm' } as const
    expect(formatPageRules(rules)).toMatch(/^@page part-2 \{\s+size: A4;\s+margin: 9mm;/)
  })

  it('keeps head and foot in a narrow margin off the edge, where printers do not print', () => {
    const usual = { pageSize: 'a4', runningHead: 'Title', runningFoot: 'Foot' } as const
    const paddings = (css: string) =>
      [...css.matchAll(/@(\S+) \{.*?padding-(\w+): (\S+);/g)].map(found => found.slice(1))
    expect(paddings(formatPageRules({ ...usual, margin: '9mm' }))).toEqual([
      ['top-left', 'top', '4.5mm'],
      ['bottom-left', 'bottom', '4.5mm'],
      ['bottom-right', 'bottom', '4.5mm'],
    ])
    expect(paddings(formatPageRules(usual))).toEqual([])
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
  ])('escapes a running head with %s', (_, runningHead, shown) => {
    expect(headIn(formatPageRules({ pageSize: 'a4', runningHead, runningFoot: '' }))).toBe(shown)
  })
})

describe('parsePageSize', () => {
  it.each([
    ['a4', 'a4'],
    ['letter', 'letter'],
    ['A4', 'a4'],
    ['a5', 'a4'],
    [undefined, 'a4'],
    [['letter'], 'a4'],
  ])('%j prints on %s', (text, pageSize) => {
    expect(parsePageSize(text)).toBe(pageSize)
  })
})
