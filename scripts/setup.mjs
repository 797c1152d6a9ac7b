// Puts in place what a command needs, and does nothing when it is there. Plain JavaScript without dependencies: it runs
// before anything is installed, on whatever Node the system has.
//
//   node scripts/setup.mjs              packages
//   node scripts/setup.mjs chromium     and a Chromium
//   node scripts/setup.mjs test         and the command-line tools that the tests call

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
/** Command to Debian package. */
const TOOLS = {
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdffonts: 'poppler-utils',
  nginx: 'nginx-light',
}
/** Not every system has it: it is installed beside the others where it can be, and tests do without it elsewhere. */
const WELCOME = ['caddy']
/** Where daemons are, which the PATH of a user may lack. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin']
const isWindows = process.platform === 'win32'

function main([want = 'packages']) {
  if (Number(process.versions.node.split('.')[0]) < 18)
    stop(`Node ${process.versions.node} is too old; install Node 18 or newer.`)
  packages()
  if (want === 'chromium' || want === 'test')
    chromium()
  if (want === 'test')
    tools()
}

function packages() {
  if (!outdated())
    return
  say('Installing the packages, once; this takes a minute or more…')
  // Browsers come from the system: a download that the network refuses must not fail the install.
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  })
  const why = outdated()
  if (why)
    stop(`The packages are not in place after npm ci (${why}); delete node_modules and try again.`)
}

/** What keeps node_modules from being as package-lock.json says: by content, so that a plain `npm ci` counts too. */
function outdated() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages
  if (!wanted)
    return stop('package-lock.json is missing or damaged; restore it from the repository.')
  const there = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!there)
    return 'nothing is installed'
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (path === '' || optional || devOptional || (peer && !there[path]))
      continue
    if (there[path]?.version !== version)
      return `${path} is ${there[path]?.version ?? 'missing'}`
  }
  if (!existsSync(join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')))
    return 'the Node of the project is missing: npm skipped an install script'
}

function chromium() {
  if (findChromium())
    return
  say('No Chromium found; trying to install one…')
  // Its progress is worth seeing, its stack traces are not: there is another way to try.
  if (
    tryRun(process.execPath, [join(root, 'node_modules', 'playwright-chromium', 'cli.js'), 'install', 'chromium'], {
      stdio: ['ignore', 2, 'ignore'],
    })
  ) {
    return
  }
  // The one without windows starts a page in less than half the time, where Debian has it.
  if (apt(['chromium-headless-shell'], ['chromium']) && findChromium())
    return
  stop('No Chromium could be installed; install Chromium or Chrome and set CHROMIUM_PATH to it.')
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    return (
      existsSync(given) || stop(`CHROMIUM_PATH is ${given}, which does not exist; set it to a Chromium or unset it.`)
    )
  }
  const names = readJson(join(root, 'src', 'pdf', 'chromiumNames.json'))
  return names.some(onPath) || existsSync(MAC_CHROME) || existsSync(playwrightChromium())
}

function playwrightChromium() {
  const code = 'import("playwright-chromium").then(playwright => console.log(playwright.chromium.executablePath()))'
  return spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' }).stdout.trim()
}

function tools() {
  const isThere = name => onPath(name) || SYSTEM_FOLDERS.some(folder => existsSync(join(folder, name)))
  const missing = Object.keys(TOOLS).filter(key => !isThere(key))
  if (missing.length === 0)
    return
  const names = [...new Set(missing.map(item => TOOLS[item]))]
  say(`Installing ${names.join(' and ')}, which the tests call…`)
  const isDone = apt([...names, ...WELCOME]) || apt(names)
  if (!isDone || missing.some(item => !isThere(item)))
    stop(`The tests call ${missing.join(', ')}; install ${names.join(' and ')} with your package manager.`)
}

/** Installs the first of some lists of packages that there is. */
function apt(...lists) {
  const isDebianRoot = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')
  if (!isDebianRoot)
    return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  return (
    tryRun('apt-get', ['update', '-qq'], { env })
    && lists.some(names => tryRun('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env }))
  )
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some(part => part !== '' && existsSync(join(part, isWindows ? `${name}.exe` : name)))
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  }
  catch {
    return undefined
  }
}

function tryRun(command, args, { env = {}, stdio = ['ignore', 'ignore', 'inherit'] } = {}) {
  return spawnSync(command, args, { cwd: root, stdio, shell: isWindows, env: { ...process.env, ...env } }).status === 0
}

function run(command, args, env) {
  if (!tryRun(command, args, { env }))
    stop(`${command} ${args[0]} failed, see above; check the network and try again.`)
}

function say(text) {
  console.error(text)
}

function stop(text) {
  console.error(text)
  process.exit(1)
}

main(process.argv.slice(2))
