import { expect, it } from 'vitest'
import { readShownPolls } from '../../src/deck/shownPolls.ts'
import { tempFolder } from '../support/tempFiles.ts'

const DECK = {
  'slides.md': `
---
layout: question
poll: own
---

---
track: half-day
---

<Poll id="inside" />

---
layout: question
poll: longer
track: half-day
---

---
track: workshop
---

# \`<Poll id="code" />\` is how a poll is written
`.trimStart(),
}

it.each([
  ['talk', ['own']],
  ['half-day', ['own', 'inside', 'longer']],
] as const)('a %s shows polls as slides of their own and inside others', async (track, ids) => {
  expect([...await readShownPolls(tempFolder(DECK), track)]).toEqual(ids)
})
