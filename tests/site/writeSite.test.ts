import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { listFiles } from '../../src/site/serviceWorker.ts'
import { isReplaceable, replaceFolder } from '../../src/site/siteFolder.ts'
import { runNode } from '../support/run.ts'
import { tempFolder } from '../support/tempFiles.ts'

describe('isReplaceable', () => {
  it.each<[what: string, files: Record<string, string>, expected: boolean]>([
    ['an empty folder', {}, true],
    ['a site', { 'deck/index.html': '', 'worker.js': '' }, true],
    ['a deck alone', { 'index.html': '<meta property="slidev:version" content="53.0.0">' }, true],
    ['a site that somebody has looked at', { 'deck/index.html': '', 'worker.js': '', '.DS_Store': '' }, true],
    ['a deck with what is public', { 'index.html': 'slidev:version', 'favicon.svg': '', 'assets/a.js': '' }, true],
    ['anything else', { 'thesis.md': 'Years of work' }, false],
    ['a site with a file of somebody', { 'deck/index.html': '', 'worker.js': '', 'CNAME': 'talk.example' }, false],
    ['a site in a repository', { 'deck/index.html': '', 'worker.js': '', '.git/HEAD': 'ref' }, false],
    ['a deck with a file of somebody', { 'index.html': 'slidev:version', 'thesis.md': 'Years of work' }, false],
  ])('judges %s', async (_, files, expected) => {
    expect(await isReplaceable(tempFolder(files))).toBe(expected)
  })

  it('takes a folder that is not there', async () => {
    expect(await isReplaceable(inRoot('dist', 'nowhere'))).toBe(true)
  })

  it('takes no file', async () => {
    expect(await isReplaceable(inRoot('slides.md'))).toBe(false)
  })
})

describe('replaceFolder', () => {
  const site = { 'deck/index.html': 'old', 'worker.js': '' }
  const write = (text: string) => async (folder: string) => {
    mkdirSync(join(folder, 'deck'), { recursive: true })
    writeFileSync(join(folder, 'deck', 'index.html'), text)
  }
  const deckOf = (out: string) => readFileSync(join(out, 'deck', 'index.html'), 'utf8')

  it('puts the new folder in place of the old one, and leaves nothing beside it', async () => {
    const parent = tempFolder({ 'site/deck/index.html': 'old', 'site/worker.js': '' })
    await replaceFolder(join(parent, 'site'), write('new'))
    expect([deckOf(join(parent, 'site')), readdirSync(parent)]).toEqual(['new', ['site']])
  })

  it('leaves the old one when the new one fails', async () => {
    const parent = tempFolder({ 'site/deck/index.html': 'old', 'site/worker.js': '' })
    const fails = replaceFolder(join(parent, 'site'), async (folder) => {
      await write('new')(folder)
      throw new Error('no Chromium')
    })
    await expect(fails).rejects.toThrow('no Chromium')
    expect([deckOf(join(parent, 'site')), readdirSync(parent)]).toEqual(['old', ['site']])
  })

  it('leaves what somebody has put there meanwhile', async () => {
    const out = tempFolder(site)
    const replaced = replaceFolder(out, async (folder) => {
      await write('new')(folder)
      writeFileSync(join(out, 'CNAME'), 'talk.example')
    })
    await expect(replaced).rejects.toThrow(/has got other files meanwhile; name another folder with --out\.$/)
    expect(deckOf(out)).toBe('old')
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

  it('leaves a file alone that has the name of the folder', async () => {
    const out = join(tempFolder({ 'thesis.md': 'Years of work' }), 'thesis.md')
    expect(await runNode(['scripts/build.ts', '--out', out])).toEqual({
      code: 1,
      stdout: '',
      stderr: `${out} is a file, and a folder is to be written there; name another one with --out.\n`,
    })
    expect(readFileSync(out, 'utf8')).toBe('Years of work')
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
