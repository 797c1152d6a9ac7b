import { expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, GUIDE, HANDOUT } from './support/smallDeck.ts'

const NO_TITLE = 'the paper has no title; begin it with a line such as # What it is called.'
const LEVEL = 'the heading leaves out a level; write ## under the heading before it.'
const AT = '# The bill: facilitator page'

it.each<[string, string, string, string]>([
  ['no title', 'The bill: add it up.', 'The bill', NO_TITLE],
  ['another heading first', `## Before\n\n${AT}`, '## Before', NO_TITLE],
  ['two titles', `${AT}\n\n# Another`, '# Another', 'the paper has a title already; write ## for a heading under it.'],
  ['a level left out', `${AT}\n\n### Deep`, '### Deep', LEVEL],
])('a paper with %s is reported', async (_, to, near, says) => {
  const files = seeded(DECK, { file: GUIDE, from: AT, to })
  const { faults } = await checkContent(tempFolder(files))
  expect(faults.map(fault => fault.replace(/^[^:]+:\d+: /, ''))).toEqual([says])
  if (near.startsWith('#'))
    expect(faults[0]).toContain(`${GUIDE}:${lineOf(files, GUIDE, near)}: `)
})

it('neither frontmatter nor code has headings', async () => {
  const files = seeded(DECK, { file: HANDOUT, from: 'title: The bill', to: '# A remark\ntitle: The bill' })
  const more = seeded(files, { file: GUIDE, from: AT, to: `${AT}\n\n\`\`\`\n# Code\n\`\`\`` })
  expect((await checkContent(tempFolder(more))).faults).toEqual([])
})
