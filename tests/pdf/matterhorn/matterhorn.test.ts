import { describe, expect, it } from 'vitest'
import { FAULTS } from './faults.ts'
import { lookAt } from './file.ts'
import { goodFile } from './goodFile.ts'
import { CONDITIONS, failuresOf } from './index.ts'

/** Machine-checkable conditions of the protocol, by checkpoint. */
const COUNTS = {
  '01': 4,
  '02': 3,
  '06': 3,
  '07': 2,
  '09': 5,
  '10': 1,
  '11': 6,
  '13': 1,
  '14': 4,
  '15': 1,
  '17': 2,
  '19': 2,
  '20': 3,
  '21': 1,
  '25': 1,
  '26': 2,
  '28': 15,
  '30': 2,
  '31': 29,
}

describe('the conditions of the Matterhorn Protocol', () => {
  it('are all that software can tell', () => {
    const ids = Object.keys(CONDITIONS)
    const countOf = (checkpoint: string) => ids.filter(id => id.startsWith(checkpoint)).length
    expect(Object.keys(COUNTS).map(checkpoint => [checkpoint, countOf(checkpoint)])).toEqual(Object.entries(COUNTS))
    expect(ids.length).toBe(87)
    expect(Object.keys(FAULTS)).toEqual(Object.keys(CONDITIONS))
  })

  it('are passed by a file without a fault', async () => {
    expect(failuresOf(lookAt((await goodFile()).document))).toEqual({})
  })

  it.each(Object.keys(FAULTS))('%s fails the file that was made to fail it', async (id) => {
    const file = await goodFile()
    FAULTS[id]?.(file)
    expect(Object.keys(failuresOf(lookAt(file.document)))).toContain(id)
  })
})
