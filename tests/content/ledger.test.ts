import type { Files } from '../support/tempFiles.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { ContentError } from '../../src/content/yamlFile.ts'
import { errorOf, lineOf, seeded, tempFolder } from '../support/tempFiles.ts'
import { CLAIMS, FAULTS, SERIES, SOURCES } from './support/ledgerFaults.ts'
import { LEDGER } from './support/smallLedger.ts'

const load = (files: Files) => readLedger(join(tempFolder(files), 'evidence'))

describe('a valid ledger', () => {
  it('is the ledger of this deck', () => {
    const { claims, figures } = readLedger(inRoot('evidence'))
    expect(Object.keys(figures)).toEqual(Object.values(claims).flatMap(claim => Object.keys(claim.figures)))
  })

  it('has the figures of all claims by their ids', () => {
    const { claims, figures } = load(LEDGER)
    expect(figures).toEqual({ ...claims.A01?.figures, ...claims.A02?.figures })
    expect(Object.keys(figures)).toEqual(['run-cost', 'fleet-cost'])
  })

  it('may hold an opinion without a source and a source without an address', () => {
    const { claims, sources } = load(LEDGER)
    expect(claims.A02).toMatchObject({ verdict: 'opinion', sources: [] })
    expect(sources.analyst).not.toHaveProperty('url')
  })

  it('has the figures of a series in its unit, each number as a span', () => {
    const { costs } = load(LEDGER).series
    expect(costs).toMatchObject({ kind: 'points', measures: { value: 'A run and a fleet' } })
    expect(costs?.kind === 'points' && costs.points).toEqual([
      { label: 'Run', emphasis: true, status: 'reported', values: { value: { low: 5.576, high: 5.576 } } },
      { label: 'Fleet', emphasis: false, status: 'disputed', values: { value: { low: 1300, high: 1600 } } },
      { label: 'Guess', emphasis: false, status: 'estimated', values: { value: { low: 10, high: 20 } } },
    ])
  })

  it('gives a point the least known status of its figures', () => {
    const point = (label: string, fleet: string) => `{ label: ${label}, values: { run: run-cost, fleet: ${fleet} } }`
    const points = `[${point('Both', 'fleet-cost')}, ${point('Half', '5')}]`
    const both
      = `both: { kind: points, title: T, message: M, unit: usd-million, measures: { fleet: Fleet, run: Run }, `
        + `status: estimated, sources: [paper], asOf: '2024', points: ${points} }\n\n`
    const series = load(seeded(LEDGER, { file: SERIES, from: 'release:\n', to: `${both}release:\n` })).series.both
    expect(series?.kind === 'points' && series.points.map(({ status }) => status)).toEqual(['disputed', 'estimated'])
  })

  it('keeps on which side a number is open, and has no value of what is unknown', () => {
    const points = `[{ label: Most, value: 5, bound: above }, { label: None, status: unknown, word: not published }]`
    const open
      = `open: { kind: points, title: T, message: M, unit: count, status: reported, sources: [paper], asOf: '2024', `
        + `points: ${points} }\n\n`
    const series = load(seeded(LEDGER, { file: SERIES, from: 'release:\n', to: `${open}release:\n` })).series.open
    expect(series?.kind === 'points' && series.points.map(({ values, word }) => [values, word])).toEqual([
      [{ value: { low: 5, high: 5, bound: 'above' } }, undefined],
      [{}, 'not published'],
    ])
  })

  it('gives events without a direction the default one', () => {
    const { release } = load(LEDGER).series
    expect(release?.kind === 'events' && release.events.map(event => [event.label, event.direction])).toEqual([
      ['Report', 'event'],
      ['Estimate', 'tighten'],
    ])
  })
})

describe('a fault in the ledger', () => {
  it.each(FAULTS)('is one sentence with file and entry: $what', ({ file = CLAIMS, from, to, near, says }) => {
    const files = seeded(LEDGER, { file, from, to })
    const error = errorOf(() => load(files))
    expect(error).toBeInstanceOf(ContentError)
    const [where = '', ...rest] = error.message.split(': ')
    expect(where).toMatch(
      near === undefined ? new RegExp(`^${file}(?::\\d+)?$`) : new RegExp(`^${file}:${lineOf(files, file, near)}$`),
    )
    expect(rest.join(': ').slice(0, says.length)).toBe(says)
    expect(error.message).toMatch(/^[^\n]+[^.\n]\.$/)
  })

  it.each<[what: string, text: string, where: RegExp]>([
    ['an empty file', '', /^evidence\/claims\.yaml:1: [^\n:].*\.$/],
    ['a list', '- A01\n', /^evidence\/claims\.yaml:1: [^\n:].*\.$/],
  ])('is one sentence with file and line: %s', (_, text, where) => {
    const error = errorOf(() => load({ ...LEDGER, [CLAIMS]: text }))
    expect(error).toBeInstanceOf(ContentError)
    expect(error.message).toMatch(where)
  })

  it.each([CLAIMS, SOURCES, SERIES])('is reported for a missing %s', (file) => {
    const { [file]: _, ...others } = LEDGER
    const folder = tempFolder(others)
    const error = errorOf(() => readLedger(join(folder, 'evidence')))
    expect(error).toBeInstanceOf(ContentError)
    expect(error.message).toBe(
      `${file}: cannot be read at ${join(folder, file)}; create it or restore it from the repository.`,
    )
  })
})
