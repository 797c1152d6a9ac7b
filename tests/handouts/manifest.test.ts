import type { PrintJob } from '../../src/handouts/jobs.ts'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { sha256 } from '../../src/cli/treeHash.ts'
import { isPrinted, readManifest, writeManifest } from '../../src/handouts/manifest.ts'
import { runNode } from '../support/run.ts'
import { tempFolder } from '../support/tempFiles.ts'

const JOB: PrintJob = {
  name: '01-bill-participant',
  route: '/handouts/01-bill/participant',
  edition: 'participant',
  source: '',
  shows: ['exercises/01-bill'],
  pageSize: 'a4',
}
const FILE = '01-bill-participant-a4.pdf'
const PDF = '%PDF-1.7 …'

const printed = () => tempFolder({ [FILE]: PDF })
const MANIFEST = { [FILE]: { inputHash: 'h1', outputHash: sha256(PDF), pages: 2, bytes: 11 } }

describe('a handout that is there', () => {
  it('is not printed again', () => {
    expect(isPrinted(printed(), JOB, MANIFEST, 'h1')).toBe(true)
  })

  it.each<[what: string, change: (folder: string) => void, hash: string]>([
    ['its content has changed', () => {}, 'h2'],
    ['somebody filled it in', folder => writeFileSync(join(folder, FILE), `${PDF} mine`), 'h1'],
    ['somebody deleted it', folder => rmSync(join(folder, FILE)), 'h1'],
  ])('is printed again when %s', (_, change, hash) => {
    const folder = printed()
    change(folder)
    expect(isPrinted(folder, JOB, MANIFEST, hash)).toBe(false)
  })

  it('is printed again when its origin is unknown', () => {
    expect(isPrinted(printed(), JOB, {}, 'h1')).toBe(false)
  })

  it('is remembered in the manifest', async () => {
    const folder = printed()
    await writeManifest(folder, MANIFEST)
    expect(await readManifest(folder)).toEqual(MANIFEST)
  })

  it.each([
    ['half a file', '{ half'],
    ['no object', 'null'],
    ['one of an older version', JSON.stringify({ [FILE]: { from: 'h1', is: sha256(PDF), pages: 2, bytes: 11 } })],
  ])('is not remembered by a manifest that is %s', async (_, text) => {
    const folder = printed()
    writeFileSync(join(folder, '.printed.json'), text)
    expect(await readManifest(folder)).toEqual({})
  })
})

/** What a handout is printed from, as a process that has read nothing yet sees it. */
async function hashOf(root: string): Promise<string> {
  const module = inRoot('src', 'handouts', 'manifest.ts')
  const [from, folder, job] = [module, root, JOB].map(value => JSON.stringify(value))
  const code = `import { jobHash } from ${from}; console.log(jobHash(${folder}, ${job}))`
  return (await runNode(['--input-type=module', '--eval', code])).stdout.trim()
}

it('hashes a handout by its own exercise and shared files, not by other exercises', async () => {
  const files = {
    'exercises/01-bill/handout.md': 'one',
    'exercises/02-sort/handout.md': 'two',
    'evidence/claims.yaml': 'claims',
    'styles/handout.css': 'css',
  }
  const [base, same, own, other, ledger, look] = await Promise.all(
    [
      files,
      files,
      { ...files, 'exercises/01-bill/handout.md': 'changed' },
      { ...files, 'exercises/02-sort/handout.md': 'changed' },
      { ...files, 'evidence/claims.yaml': 'changed' },
      { ...files, 'styles/handout.css': 'changed' },
    ].map(changed => hashOf(tempFolder(changed))),
  )
  expect(base).toMatch(/^[0-9a-f]{64}$/)
  expect([same, other]).toEqual([base, base])
  expect(new Set([base, own, ledger, look]).size).toBe(4)
})
