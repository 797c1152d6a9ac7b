import type { Files } from '../support/tempFiles.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { ContentError } from '../../src/content/yamlFile.ts'
import { errorOf, lineOf, seeded, tempFolder } from '../support/tempFiles.ts'
import { LEDGER } from './support/smallLedger.ts'

const CLAIMS = 'evidence/claims.yaml'
const SOURCES = 'evidence/sources.yaml'
const SERIES = 'evidence/series.yaml'

const load = (files: Files) => readLedger(join(tempFolder(files), 'evidence'))

describe('a valid ledger', () => {
  it('is the one of the deck', () => {
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

  it('knows a point no better than the least known of its figures', () => {
    const point = (label: string, fleet: string) => `{ label: ${label}, values: { run: run-cost, fleet: ${fleet} } }`
    const both = `both: { kind: points, title: T, message: M, unit: usd-million, measures: { fleet: Fleet, run: Run }, status: estimated, sources: [paper], asOf: '2024', points: [${point('Both', 'fleet-cost')}, ${point('Half', '5')}] }\n\n`
    const series = load(seeded(LEDGER, { file: SERIES, from: 'release:\n', to: `${both}release:\n` })).series.both
    expect(series?.kind === 'points' && series.points.map(item => item.status)).toEqual(['disputed', 'estimated'])
  })

  it('has events with a direction, which need not be written', () => {
    const { release } = load(LEDGER).series
    expect(release?.kind === 'events' && release.events.map(event => [event.label, event.direction])).toEqual([
      ['Report', 'event'],
      ['Estimate', 'tighten'],
    ])
  })
})

/** With `near`, the text on the line that the message names; the reader has no line for a fault between entries. */
interface Fault { what: string, file?: string, from: string, to: string, near?: string, says: string }

const FAULTS: Fault[] = [
  { what: 'unknown lens', from: 'lens: technical', to: 'lens: legal', near: 'lens: legal', says: 'A01, lens: must be one of technical' },
  { what: 'unknown verdict', from: 'verdict: supported', to: 'verdict: proven', near: 'proven', says: 'A01, verdict: must be one of supported' },
  { what: 'unknown unit', from: 'unit: usd-billion', to: 'unit: euro', near: 'euro', says: 'A02, figures, fleet-cost, unit: must be one of usd' },
  { what: 'unknown status', from: 'status: unknown', to: 'status: maybe', near: 'maybe', says: 'A01, caveat, layers, entry 1, status: must be one of reported' },
  { what: 'no source on a claim that is no opinion', from: 'sources: [paper, analyst]', to: 'sources: []', near: 'sources: []', says: 'A01, sources: a claim that is not an opinion needs a source id' },
  { what: 'no evidence', from: 'evidence: [Nobody can know yet.]', to: 'evidence: []', near: 'evidence: []', says: 'A02, evidence: needs at least one sentence' },
  { what: 'missing field', from: '  claim: A large fleet is a good investment.\n', to: '', near: 'lens: economic', says: 'A02, claim: must be a sentence' },
  { what: 'unknown field', from: 'verdict: opinion', to: 'verdict: opinion\n  verdcit: opinion', near: 'lens: economic', says: 'A02: Unrecognized key: "verdcit"' },
  { what: 'text for a number', from: 'value: 5.576', to: 'value: about six', near: 'about six', says: 'A01, figures, run-cost, value: must be a number' },
  { what: 'number for a sentence', from: 'claim: One run cost six million dollars.', to: 'claim: 6', near: 'claim: 6', says: 'A01, claim: must be a sentence' },
  { what: 'date in words', from: '\'2026-11\'', to: 'November', near: 'November', says: 'A01, asOf: must be a quoted date' },
  { what: 'month 13', from: '\'2026-11\'', to: '\'2026-13\'', near: '2026-13', says: 'A01, asOf: must be a quoted date' },
  { what: 'range upside down', from: 'high: 1.6', to: 'high: 1.2', near: 'high: 1.2', says: 'A02, figures, fleet-cost, high:' },
  { what: 'claim id in another form', from: 'A02:', to: 'opinion:', near: 'lens: economic', says: 'opinion: a claim id is a letter and two digits' },
  { what: 'figure id in another form', from: 'fleet-cost:', to: 'Fleet cost:', near: 'label: price of the machines', says: 'A02, figures, Fleet cost: must be lower-case letters' },
  { what: 'address of another kind', file: SOURCES, from: 'https:', to: 'ftp:', near: 'ftp:', says: 'paper, url: must be an http(s) address' },
  { what: 'word for yes', file: SOURCES, from: 'read: true', to: 'read: yes', near: 'read: yes', says: 'paper, read: Invalid input: expected boolean' },
  { what: 'syntax error', from: '[paper, analyst]', to: '[paper, analyst', near: 'asOf: \'2026-11\'', says: '' },
  { what: 'tab', from: '  claim: A large', to: '\tclaim: A large', near: '\tclaim', says: 'Tabs are not allowed as indentation; mend the YAML there' },
  { what: 'emphasis, which YAML takes for an alias', from: 'claim: A large fleet is a good investment.', to: 'claim: *large*', near: '*large*', says: '' },
  { what: 'same claim twice', from: 'A02:', to: 'A01:', says: 'Map keys must be unique' },
  {
    what: 'same figure in two claims',
    from: 'fleet-cost:',
    to: 'run-cost:',
    near: 'label: price of the machines',
    says: 'A02, figures, run-cost: the id is taken by a figure of another claim',
  },
  {
    what: 'unknown source of a claim',
    from: 'sources: [paper, analyst]',
    to: 'sources: [paper, nobody]',
    near: '[paper, nobody]',
    says: 'A01, sources: source "nobody" is not in evidence/sources.yaml',
  },
  {
    what: 'unknown source of a figure',
    from: 'status: reported\n      sources: [paper]',
    to: 'status: reported\n      sources: [nobody]',
    near: 'sources: [nobody]',
    says: 'A01, figures, run-cost: source "nobody" is not in evidence/sources.yaml',
  },
  {
    what: 'unknown source of a layer',
    from: 'outside\n        sources: [analyst]',
    to: 'outside\n        sources: [nobody]',
    near: 'sources: [nobody]',
    says: 'A01, caveat, "Machines": source "nobody" is not in evidence/sources.yaml',
  },
  {
    what: 'unknown headline',
    from: 'headline: run-cost',
    to: 'headline: run',
    near: 'headline: run',
    says: 'A01, caveat, headline: figure "run" is in no claim',
  },
  {
    what: 'unknown figure of a layer',
    from: 'figure: fleet-cost',
    to: 'figure: fleet',
    near: 'figure: fleet\n',
    says: 'A01, caveat, "Machines": figure "fleet" is in no claim',
  },

  { what: 'unknown kind of series', file: SERIES, from: 'kind: events', to: 'kind: dates', near: 'kind: dates', says: 'release, kind: kind must be points or events' },
  { what: 'no kind of series', file: SERIES, from: '  kind: events\n', to: '', near: 'title: What happened', says: 'release, kind: kind must be points or events' },
  { what: 'series without a source', file: SERIES, from: 'sources: [paper, analyst]', to: 'sources: []', near: 'sources: []', says: 'costs, sources: a series needs a source id' },
  { what: 'series without a message', file: SERIES, from: '  message: The fleet costs far more than the run.\n', to: '', near: 'kind: points', says: 'costs, message: must be a sentence' },
  { what: 'date of a series in words', file: SERIES, from: 'asOf: \'2026-11\'\n  points:', to: 'asOf: November\n  points:', near: 'November', says: 'costs, asOf: must be a quoted date' },
  { what: 'unknown unit of a series', file: SERIES, from: 'unit: usd-million', to: 'unit: euro', near: 'euro', says: 'costs, unit: must be one of usd' },
  { what: 'unknown status of a series', file: SERIES, from: 'status: estimated', to: 'status: maybe', near: 'maybe', says: 'costs, status: must be one of reported' },
  { what: 'value in words', file: SERIES, from: '[10, 20]', to: 'About ten', near: 'About ten', says: 'costs, points, entry 3, value: must be lower-case letters' },
  { what: 'value of another kind', file: SERIES, from: '[10, 20]', to: 'true', near: 'true }\n\nrelease', says: 'costs, points, entry 3, value: must be a number, [low, high] or the id of a figure' },
  { what: 'value upside down', file: SERIES, from: '[10, 20]', to: '[20, 10]', near: '[20, 10]', says: 'costs, points, entry 3, value: ' },
  { what: 'value and values', file: SERIES, from: 'value: [10, 20]', to: 'value: 10, values: { value: 10 }', near: '{ label: Guess', says: 'costs, points, entry 3: needs either value or values' },
  { what: 'no value', file: SERIES, from: ', value: [10, 20]', to: '', near: '{ label: Guess', says: 'costs, points, entry 3: needs either value or values' },
  { what: 'one point', file: SERIES, from: '    - { label: Fleet, value: fleet-cost }\n    - { label: Guess, value: [10, 20] }\n', to: '', near: '- { label: Run', says: 'costs, points: needs at least two points' },
  { what: 'one event', file: SERIES, from: '    - { date: \'2024-12-26\', label: Report, sources: [paper] }\n', to: '', near: '- { date: \'2025-01\'', says: 'release, events: needs at least two events' },
  { what: 'event without a date', file: SERIES, from: 'date: \'2024-12-26\', ', to: '', near: '{ label: Report', says: 'release, events, entry 1, date: ' },
  { what: 'event on a day in words', file: SERIES, from: '\'2024-12-26\'', to: 'Christmas', near: 'Christmas', says: 'release, events, entry 1, date: must be a quoted date' },
  { what: 'period upside down', file: SERIES, from: 'until: \'2025-02\'', to: 'until: \'2024-02\'', near: '\'2024-02\'', says: 'release, events, entry 2, until: must be after date' },
  { what: 'unknown direction', file: SERIES, from: 'direction: tighten', to: 'direction: up', near: 'direction: up', says: 'release, events, entry 2, direction: must be one of event, tighten' },
  { what: 'event without a source', file: SERIES, from: 'label: Report, sources: [paper]', to: 'label: Report, sources: []', near: '[] }', says: 'release, events, entry 1, sources: an event needs a source id' },
  { what: 'unknown source of a series', file: SERIES, from: 'sources: [paper, analyst]', to: 'sources: [nobody]', near: 'sources: [nobody]', says: 'costs, sources: source "nobody" is not in evidence/sources.yaml' },
  { what: 'unknown source of an event', file: SERIES, from: 'tighten, sources: [analyst]', to: 'tighten, sources: [nobody]', near: 'sources: [nobody]', says: 'release, "Estimate": source "nobody" is not in evidence/sources.yaml' },
  { what: 'unknown figure of a point', file: SERIES, from: 'value: fleet-cost', to: 'value: boat-cost', near: '{ label: Fleet', says: 'costs, "Fleet": figure "boat-cost" is in no claim' },
  { what: 'figure that does not measure the same', file: SERIES, from: 'unit: usd-million', to: 'unit: percent', near: '{ label: Run', says: 'costs, "Run": figure "run-cost" is in usd-million, which cannot be shown as percent' },
  { what: 'unknown measure', file: SERIES, from: 'value: [10, 20]', to: 'values: { weight: 10 }', near: '{ label: Guess', says: 'costs, "Guess": "weight" is none of the measures value' },
  { what: 'same series twice', file: SERIES, from: 'release:', to: 'costs:', says: 'Map keys must be unique' },
]

describe('a fault in the ledger is one sentence that names file and entry', () => {
  it.each(FAULTS)('$what', ({ file = CLAIMS, from, to, near, says }) => {
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
  ])('%s', (_, text, where) => {
    const error = errorOf(() => load({ ...LEDGER, [CLAIMS]: text }))
    expect(error).toBeInstanceOf(ContentError)
    expect(error.message).toMatch(where)
  })

  it.each([CLAIMS, SOURCES, SERIES])('a missing %s', (file) => {
    const { [file]: _, ...others } = LEDGER
    const folder = tempFolder(others)
    const error = errorOf(() => readLedger(join(folder, 'evidence')))
    expect(error).toBeInstanceOf(ContentError)
    expect(error.message).toBe(
      `${file}: cannot be read at ${join(folder, file)}; create it or restore it from the repository.`,
    )
  })
})
