import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { listFiles } from '../../src/site/serviceWorker.ts'
import { isReplaceable } from '../../src/site/siteFolder.ts'
import { runNode } from '../support/run.ts'
import { tempFolder } from '../support/tempFiles.ts'

describe('isReplaceable', () => {
  it.each<[what: string, files: Record<string, string>, expected: boolean]>([
    ['an empty folder', {}, true],
    ['a site', { 'deck/index.html': '', 'worker.js': '' }, true],
    ['a deck alone', { 'index.html': '<meta property="slidev:version" content="53.0.0">' }, true],
    ['anything else', { 'thesis.md': 'Years of work' }, false],
  ])('judges %s', async (_, files, expected) => {
    expect(await isReplaceable(tempFolder(files))).toBe(expected)
  })

  it('takes a folder that is not there', async () => {
    expect(await isReplaceable(inRoot('dist', 'nowhere'))).toBe(true)
  })
})

it('listFiles gives a hash to files whose names say nothing of what is in them', () => {
  const files = listFiles(tempFolder({
    'index.html': 'a',
    'deck/assets/md-DJ2k_aX9.js': 'b',
    'handouts/sheet.pdf': 'c',
    'card.png': 'd',
  }))
  expect(files).toEqual([
    { url: 'deck/assets/md-DJ2k_aX9.js', revision: null },
    { url: 'index.html', revision: expect.stringMatching(/^[0-9a-f]{16}$/) },
  ])
})

describe('npm run build', () => {
  it('leaves a folder alone that holds something else', async () => {
    const out = tempFolder({ 'thesis.md': 'Years of work' })
    expect(await runNode(['scripts/build.ts', '--out', out])).toEqual({
      code: 1,
      stdout: '',
      stderr: `${out} holds something other than a site; name another folder with --out.\n`,
    })
  })

  it('says what is wrong with an address', async () => {
    const { code, stderr } = await runNode(['scripts/build.ts', '--url', 'example.org'])
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 })
    expect(stderr).toMatch(/^--url is "example\.org"; /)
  })

  it('says of its old option that it is the rule now', async () => {
    const { stderr } = await runNode(['scripts/build.ts', '--without-notes', '--url', 'example.org'])
    expect(stderr).toMatch(/^Notes are now left out by default/)
  })
})
