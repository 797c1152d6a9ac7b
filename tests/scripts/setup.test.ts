import type { Ran } from '../support/run.ts'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { findChromium } from '../../src/pdf/browser.ts'
import { runNode } from '../support/run.ts'
import { tempFolder } from '../support/tempFiles.ts'

const NODE = join('node_modules', 'node')
const INSTALLED = join('node_modules', '.package-lock.json')
const CLOSED = 'http://127.0.0.1:1'
/** No way out: should a call be made after all, it cannot leave this machine. */
const OFFLINE = {
  npm_config_registry: CLOSED,
  http_proxy: CLOSED,
  https_proxy: CLOSED,
  HTTP_PROXY: CLOSED,
  HTTPS_PROXY: CLOSED,
  no_proxy: '',
  NO_PROXY: '',
}

/** A folder for the PATH whose npm and apt-get write down what they were asked, and end with the code. */
function fakeTools(code: number, others: string[] = []) {
  const bin = tempFolder()
  const log = join(bin, 'asked')
  for (const name of ['npm', 'apt-get', ...others]) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> '${log}'\nexit ${code}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return { bin, asked: () => existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] }
}

/** What setup looks at, copied; not a link to the real node_modules, which a real `npm ci` would empty. */
function copyOfKit(): string {
  const folder = tempFolder()
  for (const name of ['scripts', join('src', 'pdf'), 'node_modules'])
    mkdirSync(join(folder, name), { recursive: true })
  const files = [join('scripts', 'setup.mjs'), join('src', 'pdf', 'chromiumNames.json')]
  for (const name of ['package.json', 'package-lock.json', ...files, INSTALLED])
    copyFileSync(inRoot(name), join(folder, name))
  symlinkSync(inRoot(NODE), join(folder, NODE))
  return folder
}

function setUp(folder: string, want: string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return runNode([join(folder, 'scripts', 'setup.mjs'), ...want], { ...OFFLINE, CHROMIUM_PATH: undefined, ...env })
}

function editLock(folder: string, edit: (packages: Record<string, { version: string }>) => void) {
  const path = join(folder, 'package-lock.json')
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version: string }> }
  edit(lock.packages)
  writeFileSync(path, JSON.stringify(lock))
}

const DONE = { code: 0, stdout: '', stderr: '' }

describe('where everything is in place', () => {
  it.each([[[]], [['chromium']], [['test']]])('setup %j is silent and asks nobody, twice', async (want) => {
    const { bin, asked } = fakeTools(1)
    const env = { PATH: [bin, process.env.PATH].join(delimiter) }
    expect(await setUp(inRoot(), want, env)).toEqual(DONE)
    expect(await setUp(inRoot(), want, env)).toEqual(DONE)
    expect(asked()).toEqual([])
  })

  it('a copy is in place too', async () => {
    const { bin, asked } = fakeTools(1)
    expect(await setUp(copyOfKit(), [], { PATH: bin })).toEqual(DONE)
    expect(asked()).toEqual([])
  })
})

describe('packages that are not in place', () => {
  const CI = 'npm ci --include=dev --no-audit --no-fund --loglevel=error'
  const SAYS = 'Installing the packages, once; this takes a minute or more…\n'

  it.each<[what: string, spoil: (folder: string) => void, why: RegExp]>([
    [
      'another version',
      folder =>
        editLock(folder, (lock) => {
          lock['node_modules/vue'] = { ...lock['node_modules/vue'], version: '0.0.1' }
        }),
      /node_modules\/vue is \d/,
    ],
    [
      'a package too few',
      folder => editLock(folder, lock => (lock['node_modules/new-one'] = { version: '1.0.0' })),
      /node_modules\/new-one is missing/,
    ],
    ['nothing installed', folder => rmSync(join(folder, INSTALLED)), /nothing is installed/],
    ['no Node of the project', folder => rmSync(join(folder, NODE)), /the Node of the project is missing/],
  ])('%s: calls npm, and says when that fails or does not help', async (_, spoil, why) => {
    const folder = copyOfKit()
    spoil(folder)
    const failing = fakeTools(1)
    expect(await setUp(folder, [], { PATH: failing.bin })).toEqual({
      code: 1,
      stdout: '',
      stderr: `${SAYS}npm ci failed, see above; check the network and try again.\n`,
    })
    const useless = fakeTools(0)
    const { code, stderr } = await setUp(folder, [], { PATH: useless.bin })
    expect(code).toBe(1)
    expect(stderr.replace(SAYS, '')).toMatch(
      /^The packages are not in place after npm ci \(.*\); delete node_modules and try again\.\n$/,
    )
    expect(stderr).toMatch(why)
    expect([failing.asked(), useless.asked()]).toEqual([[CI], [CI]])
  })

  it.each<[string, (path: string) => void]>([
    ['missing', path => rmSync(path)],
    ['damaged', path => writeFileSync(path, '{"packages"')],
  ])('a %s lockfile is a sentence, and no call', async (_, spoil) => {
    const folder = copyOfKit()
    spoil(join(folder, 'package-lock.json'))
    const { bin, asked } = fakeTools(1)
    expect(await setUp(folder, [], { PATH: bin })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'package-lock.json is missing or damaged; restore it from the repository.\n',
    })
    expect(asked()).toEqual([])
  })
})

describe('programs that are not in place', () => {
  it('a CHROMIUM_PATH that names no file is a sentence', async () => {
    const { bin, asked } = fakeTools(1)
    const given = join(bin, 'no-browser')
    expect(await setUp(inRoot(), ['chromium'], { CHROMIUM_PATH: given, PATH: bin })).toEqual({
      code: 1,
      stdout: '',
      stderr: `CHROMIUM_PATH is ${given}, which does not exist; set it to a Chromium or unset it.\n`,
    })
    expect(asked()).toEqual([])
  })

  it('a CHROMIUM_PATH that names one is enough', async () => {
    const { bin } = fakeTools(1)
    expect(await setUp(copyOfKit(), ['chromium'], { CHROMIUM_PATH: findChromium(), PATH: bin })).toEqual(DONE)
  })

  it.runIf(process.platform === 'linux')('no Chromium at all ends in a sentence', async () => {
    const { bin, asked } = fakeTools(1)
    const { code, stderr } = await setUp(copyOfKit(), ['chromium'], { PATH: bin })
    expect(code).toBe(1)
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'No Chromium could be installed; install Chromium or Chrome and set CHROMIUM_PATH to it.',
    )
    expect(asked()).toEqual(process.getuid?.() === 0 ? ['apt-get update -qq'] : [])
  })

  it('missing tools of the tests end in a sentence that names them', async () => {
    const { bin } = fakeTools(1, ['chromium', 'qpdf'])
    const { code, stderr } = await setUp(copyOfKit(), ['test'], { PATH: bin })
    expect(code).toBe(1)
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'The tests call pdfinfo, pdftotext, pdftoppm, pdffonts; install poppler-utils with your package manager.',
    )
  })
})
