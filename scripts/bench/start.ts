import type { Browser } from 'playwright-chromium'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot, root } from '../../src/cli/paths.ts'
import { startProgress } from '../../src/cli/progress.ts'
import { freePort } from '../../src/deck/deckServer.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { noteFirstSlide } from './coldLoads.ts'
import { median } from './handouts/timing.ts'

const ROUNDS = 3
const TIMEOUT_MS = 180_000

/** A deck of one slide, without anything of ours. */
const EMPTY = `---
theme: default
fonts:
  provider: none
mcp: false
---

# Empty
`

/** What it takes from the command to the first slide. */
interface Start {
  /** From the command until its server answers, ms. */
  up: number
  /** From then until the first slide is drawn in a browser with an empty cache, ms. */
  shown: number
  requests: number
  /** As sent. */
  bytes: number
}

interface Candidate {
  name: string
  folder: string
  /** Arguments of Node. */
  command: (port: number) => string[]
  path: string
}

export const start = defineCommand({
  meta: {
    name: 'npm run bench -- start',
    description: 'From the command to the first slide: npm start with the deck built already, npm run dev, and the dev '
      + `server of an empty deck of the same Slidev. Medians of ${ROUNDS} rounds, taken in turn.`,
  },
  async run() {
    const folder = inRoot('dist', 'bench', 'empty')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'slides.md'), EMPTY)
    const data = await mkdtemp(join(tmpdir(), 'bench-room-'))
    const candidates = candidatesIn(folder)
    const progress = startProgress(1 + candidates.length * ROUNDS, 'building the deck')
    const browser = await launchChromium()
    try {
      // Builds the deck, and lets each dev server prepare its packages.
      await runOnce(candidates[0] as Candidate, browser, data)
      progress.step('starting')
      const starts = candidates.map((): Start[] => [])
      for (let round = 0; round < ROUNDS; round++) {
        for (const [i, candidate] of candidates.entries()) {
          starts[i]?.push(await runOnce(candidate, browser, data))
          progress.step('starting')
        }
      }
      progress.stop()
      console.log(formatTable(candidates.map(({ name }) => name), starts))
    }
    finally {
      progress.stop()
      await browser.close()
      await rm(data, { recursive: true, force: true })
    }
  },
})

function candidatesIn(folder: string): Candidate[] {
  const script = (name: string) => inRoot('scripts', `${name}.ts`)
  const slidev = inRoot('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs')
  return [
    {
      name: 'npm start',
      folder: root,
      command: port => [script('start'), '--port', String(port), '--no-open'],
      path: '/deck/1',
    },
    {
      name: 'npm run dev',
      folder: root,
      command: port => [script('dev'), '--port', String(port), '--room-port', '0', '--no-open'],
      path: '/1',
    },
    { name: 'empty deck, dev', folder, command: port => [slidev, 'slides.md', '--port', String(port)], path: '/1' },
  ]
}

async function runOnce({ name, folder, command, path }: Candidate, browser: Browser, data: string): Promise<Start> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, command(port), {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, ROOM_HOST: '127.0.0.1', ROOM_DATA: data },
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  try {
    const url = `http://localhost:${port}${path}`
    await untilAnswers(url, name)
    const up = performance.now() - begun
    return { up, ...await load(url, browser) }
  }
  finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function untilAnswers(url: string, name: string): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS
  while (!await fetch(url).then(response => response.ok, () => false)) {
    if (performance.now() > deadline)
      throw new UsageError(`${name} did not start within ${TIMEOUT_MS / 1000} s.`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

async function load(url: string, browser: Browser): Promise<Omit<Start, 'up'>> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    let [requests, bytes] = [0, 0]
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      requests++
      bytes += encodedDataLength
    })
    await page.addInitScript(noteFirstSlide)
    await page.goto(url)
    const shown = await page
      .waitForFunction(() => (window as { shownAt?: number }).shownAt, undefined, { timeout: TIMEOUT_MS })
      .then(handle => handle.jsonValue()) ?? Number.NaN
    return { shown, requests, bytes }
  }
  finally {
    await context.close()
  }
}

/** A table of npm start, then of each other with its ratio to it. */
function formatTable(names: string[], starts: Start[][]): string {
  const ms = (value: number) => `${value.toFixed(0)} ms`
  const rows: [what: string, of: (start: Start) => number, as: (value: number) => string][] = [
    ['From the command until it answers', ({ up }) => up, ms],
    ['From then to the first slide, cold', ({ shown }) => shown, ms],
    ['Together', ({ up, shown }) => up + shown, ms],
    ['Requests until then', ({ requests }) => requests, value => value.toFixed(0)],
    ['Bytes until then', ({ bytes }) => bytes, value => `${(value / 1024).toFixed(0)} KB`],
  ]
  const [mine = '', ...others] = names
  return [['', mine, ...others.flatMap(other => [other, 'ratio'])], ...rows.map(([what, of, as]) => {
    const [ours = Number.NaN, ...theirs] = starts.map(start => median(start.map(of)))
    return [what, as(ours), ...theirs.flatMap(value => [as(value), (value / ours).toFixed(1)])]
  })].map(([what = '', ...cells]) => what.padEnd(38) + cells.map(cell => cell.padStart(16)).join('')).join('\n')
}
