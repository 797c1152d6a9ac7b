import type { Files } from '../../support/tempFiles.ts'
import { seeded } from '../../support/tempFiles.ts'

export const COST_MODEL = 'evidence/cost-model.yaml'

const PUBLISHED
  = '{ hours: run-hours, rent: rent, failed: 0, people: 0, months: 12, pay: 20000, fleet: fleet-cost, share: 0 }'
const MODEL = `
headline: run-cost
peopleShare: staff-share
peers: hours
peer: Large
presets:
  - id: published
    name: As published
    says: one run
    assumptions: ${PUBLISHED}
  - id: wide
    name: Everything
    says: both runs
    assumptions:
      hours: [run-hours, stage-hours]
      failed: 1
spreads: { failed: 2 }
`.trimStart()

const figure = (id: string, value: number, unit: string) =>
  `    ${id}: { label: It, value: ${value}, unit: ${unit}, status: reported, sources: [analyst], asOf: '2024-12' }\n`

const FIGURES = [
  figure('run-hours', 2000, 'thousand'),
  figure('stage-hours', 100_000, 'count'),
  figure('rent', 2, 'usd'),
  figure('staff-share', 30, 'percent'),
].join('')

const HOURS = `
hours:
  kind: points
  title: Hours
  message: One took more hours than the other.
  unit: million
  status: reported
  sources: [analyst]
  asOf: '2026-11'
  points:
    - { label: Large, value: 30 }
    - { label: Small, value: 3 }

release:
`.trimStart()

/** The files of a small ledger or deck with a cost model, and what it takes from the ledger. */
export function withCostModel(files: Files): Files {
  const figures = seeded(files, {
    file: 'evidence/claims.yaml',
    from: '    fleet-cost:\n',
    to: `${FIGURES}    fleet-cost:\n`,
  })
  return { ...seeded(figures, { file: 'evidence/series.yaml', from: 'release:\n', to: HOURS }), [COST_MODEL]: MODEL }
}
