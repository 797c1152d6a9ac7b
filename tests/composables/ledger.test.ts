import type { Files } from '../scripts/tempFiles.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLedger } from '../../composables/ledger.ts'
import { ContentError } from '../../composables/yamlFile.ts'
import { inRoot } from '../../scripts/paths.ts'
import { errorOf, lineOf, seeded, tempFolder } from '../scripts/tempFiles.ts'
import { LEDGER } from './smallLedger.ts'

const CLAIMS = 'evidence/claims.yaml'
const SOURCES = 'evidence/sources.yaml'

const load = (files: Files) => readLedger(join(tempFolder(files), 'evidence'))

describe('a valid ledger', () => {
  it('is the one of the deck', () => {
    const { claims, sources, figures } = readLedger(inRoot('evidence'))
    expect(Object.keys(claims)).toContain('T07')
    expect(Object.keys(sources)).toContain('v3_paper')
    expect(Object.keys(figures)).toContain('v3-run-cost')
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
  { what: 'same figure in two claims', from: 'fleet-cost:', to: 'run-cost:', says: 'A02, figures, run-cost: the id is taken by a figure of another claim' },
  { what: 'unknown source of a claim', from: 'sources: [paper, analyst]', to: 'sources: [paper, nobody]', says: 'A01, sources: source "nobody" is not in sources.yaml' },
  { what: 'unknown source of a figure', from: 'status: reported\n      sources: [paper]', to: 'status: reported\n      sources: [nobody]', says: 'A01, figures, run-cost: source "nobody" is not in sources.yaml' },
  { what: 'unknown source of a layer', from: 'outside\n        sources: [analyst]', to: 'outside\n        sources: [nobody]', says: 'A01, caveat, "Machines": source "nobody" is not in sources.yaml' },
  { what: 'unknown headline', from: 'headline: run-cost', to: 'headline: run', says: 'A01, caveat, headline: figure "run" is in no claim' },
  { what: 'unknown figure of a layer', from: 'figure: fleet-cost', to: 'figure: fleet', says: 'A01, caveat, "Machines": figure "fleet" is in no claim' },
]

describe('a fault in the ledger is one sentence that names file and entry', () => {
  it.each(FAULTS)('$what', ({ file = CLAIMS, from, to, near, says }) => {
    const files = seeded(LEDGER, { file, from, to })
    const error = errorOf(() => load(files))
    expect(error).toBeInstanceOf(ContentError)
    const name = file.replace('evidence/', '')
    const [where = '', ...rest] = error.message.split(': ')
    expect(where).toMatch(near === undefined ? new RegExp(`^${name}(?::\\d+)?$`) : new RegExp(`^${name}:${lineOf(files, file, near)}$`))
    expect(rest.join(': ').slice(0, says.length)).toBe(says)
    expect(error.message).toMatch(/^[^\n]+[^.\n]\.$/)
  })

  it.each<[what: string, text: string, where: RegExp]>([
    ['an empty file', '', /^claims\.yaml:1: [^\n:].*\.$/],
    ['a list', '- A01\n', /^claims\.yaml:1: [^\n:].*\.$/],
  ])('%s', (_, text, where) => {
    const error = errorOf(() => load({ ...LEDGER, [CLAIMS]: text }))
    expect(error).toBeInstanceOf(ContentError)
    expect(error.message).toMatch(where)
  })

  it.each([CLAIMS, SOURCES])('a missing %s', (file) => {
    const { [file]: _, ...others } = LEDGER
    const folder = tempFolder(others)
    const error = errorOf(() => readLedger(join(folder, 'evidence')))
    expect(error).toBeInstanceOf(ContentError)
    expect(error.message).toBe(`${file.replace('evidence/', '')}: cannot be read at ${join(folder, file)}; create it or restore it from the repository.`)
  })
})
