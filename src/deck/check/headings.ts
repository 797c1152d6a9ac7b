import type { Page } from './pages.ts'
import { FRONTMATTER } from '../../content/yamlFile.ts'
import { blank } from './markdown.ts'

const HEADING = /^(#{1,6})[ \t]+\S/gm

/** Faults of a paper's headings: it has one title, at its beginning, and no level is left out on the way down. */
export function checkHeadings({ markdown, words, at }: Page): string[] {
  const start = FRONTMATTER.exec(markdown)?.[0].length ?? 0
  const text = blank(words.slice(0, start)) + words.slice(start)
  const headings = [...text.matchAll(HEADING)].map(({ 1: marks = '', index }) => ({ level: marks.length, index }))
  const [first, ...others] = headings
  if (first?.level !== 1)
    return [`${at(first?.index ?? start)}: the paper has no title; begin it with a line such as # What it is called.`]
  return others.flatMap(({ level, index }, i) => {
    if (level === 1)
      return [`${at(index)}: the paper has a title already; write ## for a heading under it.`]
    const above = headings[i]?.level ?? 1
    return level > above + 1
      ? [`${at(index)}: the heading leaves out a level; write ${'#'.repeat(above + 1)} under the heading before it.`]
      : []
  })
}
