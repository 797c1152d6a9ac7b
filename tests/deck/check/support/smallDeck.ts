import type { Files } from '../../../support/tempFiles.ts'
import { globSync, readFileSync } from 'node:fs'
import { inRoot, root } from '../../../../src/cli/paths.ts'
import { LEDGER } from '../../../content/support/smallLedger.ts'

export const OPENING = 'pages/01-opening.md'
export const MONEY = 'pages/10-money.md'
export const PICTURES = 'pages/20-pictures.md'
export const TASK = 'pages/30-task.md'
export const HANDOUT = 'exercises/01-bill/handout.md'
export const GLOSSARY = 'exercises/kit/glossary.yaml'
export const QUESTIONS = 'exercises/kit/five-questions.yaml'
export const SITE = 'exercises/kit/site.yaml'
export const GUIDE = 'exercises/01-bill/facilitator.md'

/** What this deck is drawn with. */
const PARTS: Files = Object.fromEntries(
  globSync('{components,layouts}/**/*.vue', { cwd: root }).map(file => [file, readFileSync(inRoot(file), 'utf8')]),
)

/** The smallest deck that refers to everything a slide or an exercise can refer to, all of it valid. */
export const DECK: Files = {
  ...LEDGER,
  ...PARTS,
  'evidence/series.yaml': `${LEDGER['evidence/series.yaml']}
models:
  kind: points
  title: Stored and used
  message: One model uses all that it stores.
  unit: billion
  measures: { total: stored, active: used }
  status: reported
  sources: [paper]
  asOf: '2026-11'
  points:
    - { label: Dense, values: { total: 10, active: 10 } }
    - { label: Sparse, values: { total: 20, active: 2 } }
`,
  'slides.md': `
---
title: A small deck
src: ./pages/01-opening.md
---

---
src: ./pages/10-money.md
lens: economic
---

---
src: ./pages/20-pictures.md
track: half-day
---

---
src: ./pages/30-task.md
---
`.trimStart(),
  [OPENING]: `
---
layout: cover
sources: [paper]
asOf: '2024-12'
minutes: 23
---

# One run

“Built for 6 million dollars” cost <Figure id="run-cost" as="usd" />.

<Clipping x="10" y="20">Yours for <Pen>$6 million</Pen></Clipping>

<!--
Say it slowly: $6 million.
-->

---
lens: technical
poll: bill
asOf: '2026-11'
sources: [analyst]
track: workshop
minutes: 43
---

# What it leaves out

<CostCaveat claim="A01" />

<!--
Ask the room first.
-->

---
break: true
track: half-day
minutes: 10
---

# A break

<!-- Back on the hour. -->
`.trimStart(),
  [MONEY]: `
---
class: plain
asOf: '2026-11'
track: half-day
minutes: 34
---

# The machines

<Verdict claim="A02" />

<Poll id="bill" />

<Sources :ids="['paper', 'analyst']" />

<!-- Point at the last line. -->
`.trimStart(),
  [PICTURES]: `
---
sources: [paper]
asOf: '2026-11'
minutes: 19.75
---

# The pictures

<SeriesChart id="costs" as="bars" :pick="['Run', 'Guess']" :measures="['value']" />

<ActiveParameters series="models" :pick="['Dense', 'Sparse']" />

<Timeline :series="['release']" :pick="['Report', 'Estimate']" :emphasis="['Report']" />

<Claim id="A01" />

<Reading claim="A02">As <Cite id="analyst" /> has it.</Reading>

<ClaimBoard :claims="[{ id: 'A01', label: 'One run', impact: 3 }]" />

<Shift before="bill" after="bill-again" />

<SourceLine :ids="$frontmatter.sources" />

<!-- Take your time. -->

---
minutes: 0
---

<SourceAppendix :part="1" :of="2" />

<!-- Nothing to say. -->

---
minutes: 0
---

<SourceAppendix :part="2" :of="2" />

<!-- Nothing more. -->
`.trimStart(),
  [TASK]: `
---
layout: exercise
exercise: 01-bill
poll: bill-again
track: half-day
minutes: 10.5
---

# The bill

<!-- Hand out the sheets. -->
`.trimStart(),
  'polls.yaml': `
- id: bill
  kind: choice
  question: What did it pay for?
  options:
    - { id: run, text: One run }
    - { id: all, text: Everything }

- id: bill-again
  kind: choice
  question: And what do you think now?
  options:
    - { id: run, text: One run }
    - { id: all, text: Everything }
`.trimStart(),
  [HANDOUT]: `
---
title: The bill
task: Add it up.
lens: technical
track: half-day
group: 3 people
steps:
  - name: Guess
    minutes: 2
  - name: Add up
    minutes: 8.5
objectives: [Rebuild a published cost]
materials: []
sharedBy: 3
polls: [bill]
---

# The bill

The run took <Figure id="run-cost" />.
`.trimStart(),
  [GUIDE]: `
---
title: 'The bill: facilitator page'
---

# The bill: facilitator page

Machines: <Figure id="fleet-cost" />

<Sources :ids="['analyst']" />
`.trimStart(),
  'exercises/kit/feedback.md': '# Feedback\n',
  'exercises/kit/guide.md': '# Guide\n',
  'exercises/kit/workbook.md': '# Workbook\n',
  [QUESTIONS]: `
- ask: Of what?
  about: What is left out?
  hint: Look for the unit.
`.trimStart(),
  [SITE]: `
kicker: A talk
pitch: We read the bill.
audience: For whoever pays one.
needs: [A projector]
lengths: { talk: Short., workshop: Longer., half-day: Long. }
`.trimStart(),
  [GLOSSARY]: `
- term: Token
  meaning: A word, or a piece of one.

- term: Capex
  meaning: Spending on things that last.
  sources: [paper, analyst]
`.trimStart(),
}
