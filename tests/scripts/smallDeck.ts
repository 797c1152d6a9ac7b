import type { Files } from './tempFiles.ts'
import { LEDGER } from '../composables/smallLedger.ts'

/** The smallest deck that refers to everything a slide or an exercise can refer to, all of it valid. */
export const DECK: Files = {
  ...LEDGER,
  'slides.md': `
---
title: A small deck
src: ./pages/01-opening.md
---

---
src: ./pages/10-money.md
lens: economic
---
`.trimStart(),
  'pages/01-opening.md': `
---
layout: cover
sources: [paper]
---

# One run

It cost <Figure id="run-cost" />.

<!--
Say it slowly.
-->

---
lens: technical
poll: bill
asOf: '2026-11'
---

# What it leaves out

<CostCaveat claim="A01" />

<!--
Ask the room first.
-->
`.trimStart(),
  'pages/10-money.md': `
# The machines

<Verdict claim="A02" />

<Poll id="bill" />

<Sources :ids="['paper', 'analyst']" />

<!-- Point at the last line. -->
`.trimStart(),
  'polls.yaml': `
- id: bill
  kind: choice
  question: What did it pay for?
  options:
    - { id: run, text: One run }
    - { id: all, text: Everything }
`.trimStart(),
  'exercises/01-bill/handout.md': `
---
title: The bill
lens: technical
group: 3 people
steps:
  - name: Guess
    minutes: 2
  - name: Add up
    minutes: 8.5
objectives: [Rebuild a published cost]
materials: []
---

# The bill

The run took <Figure id="run-cost" />.
`.trimStart(),
  'exercises/01-bill/facilitator.md': `
---
title: 'The bill: facilitator page'
---

# The bill: facilitator page

Machines: <Figure id="fleet-cost" />

<Sources :ids="['analyst']" />
`.trimStart(),
}
