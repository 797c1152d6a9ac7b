import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { printJobs } from '../../src/handouts/jobs.ts'
import { deleteStale } from '../../src/handouts/make.ts'
import { readManifest, writeManifest } from '../../src/handouts/manifest.ts'
import { tempFolder } from '../support/tempFiles.ts'

const ENTRY = { inputHash: 'a', outputHash: 'b', pages: 1, bytes: 1 }

it('deletes what was printed for an exercise that no longer exists, and no other file', async () => {
  const folder = tempFolder({
    'workbook-a4.pdf': 'kept',
    '99-gone-cards-a4.pdf': 'gone',
    'workbook-a4 filled in.pdf': 'mine',
    'notes.pdf': 'mine',
  })
  await writeManifest(folder, { 'workbook-a4.pdf': ENTRY, '99-gone-cards-a4.pdf': ENTRY })
  await deleteStale(printJobs([]), folder)
  expect(
    readdirSync(folder)
      .filter(name => name.endsWith('.pdf'))
      .sort(),
  ).toEqual(['notes.pdf', 'workbook-a4 filled in.pdf', 'workbook-a4.pdf'])
  expect(await readManifest(folder)).toEqual({ 'workbook-a4.pdf': ENTRY })
  expect(existsSync(join(folder, '.printed.json.part'))).toBe(false)
})
