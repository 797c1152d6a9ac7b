import type { Files } from '../../support/tempFiles.ts'

/** The smallest ledger with a caveat: two claims, two figures, two series, two sources, all of them valid. */
export const LEDGER: Files = {
  'evidence/claims.yaml': `
A01:
  lens: technical
  claim: One run cost six million dollars.
  verdict: supported
  evidence:
    - The report adds it up.
  figures:
    run-cost:
      label: price of the run
      value: 5.576
      unit: usd-million
      status: reported
      sources: [paper]
      asOf: '2024-12'
  caveat:
    said: AI for [six million]
    headline: run-cost
    basis: one run at an assumed rent
    layers:
      - label: People
        status: unknown
        word: not published
        sources: [paper]
      - label: Machines
        status: disputed
        figure: fleet-cost
        word: from outside
        sources: [analyst]
    honest: It paid for one run.
    human: Who paid the cook?
  sources: [paper, analyst]
  asOf: '2026-11'

A02:
  lens: economic
  claim: A large fleet is a good investment.
  verdict: opinion
  evidence: [Nobody can know yet.]
  figures:
    fleet-cost:
      label: price of the machines
      value: 1.3
      high: 1.6
      unit: usd-billion
      status: disputed
      sources: [analyst]
      asOf: '2025-01'
  sources: []
  asOf: '2025-01'
`.trimStart(),
  'evidence/series.yaml': `
costs:
  kind: points
  title: A run and a fleet
  message: The fleet costs far more than the run.
  unit: usd-million
  status: estimated
  sources: [paper, analyst]
  asOf: '2026-11'
  points:
    - { label: Run, value: run-cost, emphasis: true }
    - { label: Fleet, value: fleet-cost }
    - { label: Guess, value: [10, 20] }

release:
  kind: events
  title: What happened when
  message: The report came first, the estimate a month later.
  sources: [paper]
  asOf: '2026-11'
  events:
    - { date: '2024-12-26', label: Report, sources: [paper] }
    - { date: '2025-01', until: '2025-02', label: Estimate, direction: tighten, sources: [analyst] }
`.trimStart(),
  'evidence/sources.yaml': `
paper:
  title: A report
  publisher: A laboratory
  date: '2024-12-26'
  url: https://example.org/report
  short: Report
  kind: primary
  read: true

analyst:
  title: An estimate
  publisher: An analyst
  date: '2025-01'
  short: An analyst
  kind: analysis
  read: false
`.trimStart(),
}
