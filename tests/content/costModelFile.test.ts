import type { Files, Seed } from '../support/tempFiles.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCostModel } from '../../src/content/costModelFile.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { ContentError } from '../../src/content/yamlFile.ts'
import { errorOf, lineOf, seeded, tempFolder } from '../support/tempFiles.ts'
import { COST_MODEL, withCostModel } from './support/smallCostModel.ts'
import { LEDGER } from './support/smallLedger.ts'

const FILES = withCostModel(LEDGER)

function read(files: Files) {
  const evidence = join(tempFolder(files), 'evidence')
  return readCostModel(evidence, readLedger(evidence))
}

describe('readCostModel', () => {
  it('reads figures, presets and spreads', () => {
    expect(read(FILES)).toMatchObject({
      headline: 'run-cost',
      peers: 'hours',
      presets: [
        { id: 'published', assumptions: { hours: 'run-hours', months: 12 } },
        { id: 'wide', assumptions: { hours: ['run-hours', 'stage-hours'], failed: 1 } },
      ],
      spreads: { failed: 2 },
    })
  })

  it('is undefined for a deck without a cost model', () => {
    expect(read(LEDGER)).toBeUndefined()
  })

  /** `near` is a text that begins on the line that the message names. */
  it.each<Omit<Seed, 'file'> & { what: string, near: string, says: string }>([
    {
      what: 'an unknown figure of the headline',
      from: 'headline: run-cost',
      to: 'headline: walk-cost',
      near: 'headline',
      says: 'headline: figure "walk-cost" is in no claim; mend the id or add the entry.',
    },
    {
      what: 'an unknown figure of an assumption',
      from: 'rent: rent',
      to: 'rent: rant',
      near: '    assumptions: {',
      says: 'presets, "published", assumptions, rent: figure "rant" is in no claim; mend the id or add the entry.',
    },
    {
      what: 'an unknown figure within a sum',
      from: '[run-hours, stage-hours]',
      to: '[run-hours, encore-hours]',
      near: '      hours: [',
      says: 'presets, "wide", assumptions, hours: figure "encore-hours" is in no claim; mend the id or add the entry.',
    },
    {
      what: 'what every object has',
      from: 'headline: run-cost',
      to: 'headline: constructor',
      near: 'headline',
      says: 'headline: figure "constructor" is in no claim; mend the id or add the entry.',
    },
    {
      what: 'a figure in another unit',
      from: 'rent: rent',
      to: 'rent: run-hours',
      near: '    assumptions: {',
      says:
        'presets, "published", assumptions, rent: figure "run-hours" is in thousand, which cannot be shown as '
        + 'usd; name another figure.',
    },
    {
      what: 'a missing assumption of the first preset',
      from: 'pay: 20000, ',
      to: '',
      near: '    assumptions: {',
      says:
        'presets, "published", assumptions, pay: is missing; '
        + 'give a number of zero or more, the id of a figure, or a list of ids to add.',
    },
    {
      what: 'an assumption that no bill has',
      from: '      failed: 1\n',
      to: '      failed: 1\n      luck: 1\n',
      near: '      luck: 1',
      says: 'presets, "wide", assumptions: there is no field "luck" here; correct its name, or delete it.',
    },
    {
      what: 'a value below zero',
      from: '      failed: 1\n',
      to: '      failed: -1\n',
      near: '      failed: -1',
      says: 'presets, "wide", assumptions, failed: must be zero or more.',
    },
    {
      what: 'an unknown series',
      from: 'peers: hours',
      to: 'peers: days',
      near: 'peers',
      says: 'peers: there is no series of points "days" in evidence/series.yaml; mend the id or add the entry.',
    },
    {
      what: 'a model that the series does not have',
      from: 'peer: Large',
      to: 'peer: Huge',
      near: 'peer: Huge',
      says: 'peer: series "hours" has no point "Huge"; name one of Large, Small.',
    },
    {
      what: 'a series of events',
      from: 'peers: hours',
      to: 'peers: release',
      near: 'peers',
      says: 'peers: there is no series of points "release" in evidence/series.yaml; mend the id or add the entry.',
    },
    {
      what: 'a series in dollars',
      from: 'peers: hours',
      to: 'peers: costs',
      near: 'peers',
      says: 'peers: series "costs" is in usd-million, and GPU hours are a count; name another series.',
    },
    {
      what: 'an id that an address takes for an assumption',
      from: 'id: wide',
      to: 'id: people-150',
      near: 'id: people-150',
      says: 'presets, "people-150", id: must be lower-case letters and digits.',
    },
    {
      what: 'a spread below one',
      from: 'failed: 2',
      to: 'failed: 0.5',
      near: 'spreads',
      says: 'spreads, failed: must be 1 or more.',
    },
  ])('refuses $what', ({ near, says, ...seed }) => {
    const files = seeded(FILES, { file: COST_MODEL, ...seed })
    const error = errorOf(() => read(files))
    expect(error).toBeInstanceOf(ContentError)
    expect(error.message).toBe(`${COST_MODEL}:${lineOf(files, COST_MODEL, near)}: ${says}`)
  })
})
