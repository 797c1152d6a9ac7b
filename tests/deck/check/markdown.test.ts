import { describe, expect, it } from 'vitest'
import { readMarkdown, textsOf } from '../../../src/deck/check/markdown.ts'

describe('readMarkdown', () => {
  it.each<[markdown: string, name: string, attributes: Record<string, string[]>]>([
    ['<Figure id="a" />', 'Figure', { id: ['a'] }],
    ['<Figure id=\'a\'/>', 'Figure', { id: ['a'] }],
    ['<Poll id=a></Poll>', 'Poll', { id: ['a'] }],
    ['<Figure\n  as="usd"\n  id="a"\n/>', 'Figure', { as: ['usd'], id: ['a'] }],
    ['<source-line :ids="[\'a\', `b`]" as-of="2025" />', 'SourceLine', { ids: ['a', 'b'], asOf: ['2025'] }],
    ['<Cite v-bind:ids=\'["a"]\' />', 'Cite', { ids: ['a'] }],
    ['<Timeline :pick="[\'China\\\'s plan\']" clicks />', 'Timeline', { pick: ['China\'s plan'], clicks: [''] }],
    ['<Flow message="a > b" :on="x > 1" />', 'Flow', { message: ['a > b'], on: [] }],
  ])('%s', (markdown, name, attributes) => {
    const { tags } = readMarkdown(`so\n${markdown}`)
    expect(
      tags.map(tag => ({
        name: tag.name,
        index: tag.index,
        attributes: Object.fromEntries(Object.entries(tag.attributes).map(([key, value]) => [key, textsOf(value)])),
      })),
    ).toEqual([{ name, index: 3, attributes }])
  })

  it.each<[markdown: string, words: string]>([
    ['a <b>c</b> d', 'a c d'],
    ['a `c` d', 'a d'],
    ['a ``c ` <Poll id="x"/>`` d', 'a d'],
    ['a <!-- <Poll id="x"/> --> d', 'a d'],
    ['```md\n<Poll id="x"/>\n```\nd', 'd'],
    ['~~~~\n~~~\n<Poll id="x"/>\n~~~~\nd', 'd'],
    ['a {{ c }} d', 'a d'],
    ['a 3 < 4 and 5 > 4', 'a 3 < 4 and 5 > 4'],
    ['[a](b) *c* ~~d~~ _e_ f_g', '[a ) c d e f_g'],
  ])('reads the words of %s', (markdown, words) => {
    const read = readMarkdown(markdown)
    expect(read.tags.filter(tag => tag.name === 'Poll')).toEqual([])
    expect(read.words.trim().replace(/\s+/g, ' ')).toBe(words)
    expect(read.words.length).toBe(markdown.length)
    expect(read.words.split('\n').map(line => line.length)).toEqual(markdown.split('\n').map(line => line.length))
  })
})
