import type { SlideInfo } from '@slidev/types'
import type { Browser, Page } from 'playwright-chromium'
import type { Network } from './machines/namespaces.ts'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot, root } from '../../src/cli/paths.ts'
import { startProgress } from '../../src/cli/progress.ts'
import { LONGEST } from '../../src/content/tracks.ts'
import { readDeck, slidesOf } from '../../src/deck/deck.ts'
import { findChromium, launchChromium } from '../../src/pdf/browser.ts'
import { pollIdsOf } from '../../src/polls/slidePolls.ts'
import { median } from './handouts/timing.ts'
import { layNetwork } from './machines/namespaces.ts'
import { noteActions, timeAcross, untilLoaded } from './machines/windows.ts'

/** So late at most may a window on another machine be. */
const BAR_MS = 300
const PORT = 3131
/** Keys forth, and as many back. */
const PRESSES = 16
const REPEATS = 8

/** Milliseconds, by what was done. */
type Times = Record<string, number[]>

export const machines = defineCommand({
  meta: {
    name: 'npm run bench -- machines',
    description: 'From a key on one machine to the picture on another: room, presenter and wall, each in a network '
      + 'namespace of its own; needs root on Linux.',
  },
  args: {},
  async run() {
    const network = layNetwork(['room', 'presenter', 'wall'])
    const folder = mkdtempSync(join(tmpdir(), 'bench-machines-'))
    const progress = startProgress(5, 'starting the room')
    const room = await startRoom(network, folder)
    const browsers: Browser[] = []
    try {
      const pages: Page[] = []
      for (const [machine, link] of [['presenter', room.remote], ['wall', room.wall]] as const) {
        progress.step(`opening the ${machine}`)
        const browser = await launchOn(network, machine, folder)
        browsers.push(browser)
        pages.push(await openWindow(browser, link))
      }
      const times = await measure(pages as [Page, Page], what => progress.step(what))
      progress.stop()
      console.log(formatTimes(times))
      const worst = Math.max(...Object.values(times).flat())
      if (worst > BAR_MS)
        throw new UsageError(`The slowest took ${worst} ms, which is more than ${BAR_MS} ms.`)
    }
    finally {
      progress.stop()
      await Promise.all(browsers.map(browser => browser.close()))
      await room.stop()
      network.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

/** `npm start` on the first machine. */
async function startRoom({ on }: Network, data: string) {
  const [file = '', ...args] = on('room', [process.execPath, inRoot('scripts', 'start.ts'), '--no-open'])
  const child = spawn(file, [...args, '--port', String(PORT)], {
    cwd: root,
    env: { ...process.env, ROOM_URL: undefined, ROOM_HOST: undefined, ROOM_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise(resolve => child.once('close', resolve))
  const links: Record<string, string> = {}
  for await (const line of createInterface(child.stdout)) {
    const [, name, link] = /^\s+(Remote|Wall)\s+(\S+)$/.exec(line) ?? []
    if (name && link)
      links[name] = link
    if (links.Wall)
      break
  }
  const { Remote: remote, Wall: wall } = links
  if (!remote || !wall)
    throw new UsageError('The room did not start; npm start says why.')
  return {
    remote,
    wall,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** A Chromium on a machine: it is started by a script, since only its command line is ours. */
async function launchOn({ on }: Network, machine: string, folder: string): Promise<Browser> {
  const chromium = findChromium()
  const script = join(folder, `chromium-on-${machine}`)
  writeFileSync(script, `#!/bin/sh\nexec ${on(machine, [`'${chromium}'`]).join(' ')} "$@"\n`)
  chmodSync(script, 0o755)
  const { CHROMIUM_PATH: given } = process.env
  process.env.CHROMIUM_PATH = script
  try {
    return await launchChromium()
  }
  finally {
    if (given === undefined)
      delete process.env.CHROMIUM_PATH
    else
      process.env.CHROMIUM_PATH = given
  }
}

async function openWindow(browser: Browser, link: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await page.addInitScript(noteActions)
  await page.goto(link)
  await page.waitForURL(url => url.hash === '')
  return page
}

async function measure([presenter, wall]: [Page, Page], onStep: (what: string) => void): Promise<Times> {
  const slides = slidesOf(await readDeck(root), LONGEST)
  const goTo = async (no: number) => {
    await presenter.keyboard.press('g')
    const input = presenter.locator('#slidev-goto-dialog input')
    await input.fill(String(no))
    await input.press('Enter')
    await wall.waitForURL(url => url.pathname.endsWith(`/${no}`))
  }
  const times: Times = { 'slide': [], 'click': [], 'clock': [], 'drawing': [], 'request and answer': [] }
  const note = (kind: string, ms: number) => times[kind]?.push(ms)
  const slideNow = () => new URL(presenter.url()).pathname

  await Promise.all([untilLoaded(presenter, slides.length), untilLoaded(wall, slides.length)])

  onStep('pressing keys')
  const stretch = longestQuiet(slides)
  await goTo(stretch.from)
  const press = async (key: string) => {
    const before = slideNow()
    const ms = await timeAcross(presenter, wall, 'place', () => presenter.keyboard.press(key))
    note(slideNow() === before ? 'click' : 'slide', ms)
  }
  let presses = 0
  for (; presses < PRESSES && !slideNow().endsWith(`/${stretch.to}`); presses++)
    await press('ArrowRight')
  for (; presses > 0; presses--)
    await press('ArrowLeft')

  onStep('clock and drawing')
  const exercise = slides.findIndex(({ frontmatter }) => typeof frontmatter.exercise === 'string') + 1
  await goTo(exercise)
  await presenter.locator(`.slidev-presenter .main [data-slidev-no="${exercise}"]`)
    .getByRole('button', { name: 'Start the clock' })
    .first()
    .click()
  await wall.getByRole('timer').first().waitFor()
  for (let press = 0; press < REPEATS; press++)
    note('clock', await timeAcross(presenter, wall, 'clock', () => presenter.keyboard.press('s')))

  await goTo(2)
  await presenter.getByTitle('Show drawing toolbar').click()
  const { x = 0, y = 0 } = await presenter.locator('.slidev-presenter .main #slide-content').first().boundingBox() ?? {}
  for (let stroke = 0; stroke < REPEATS; stroke++) {
    const at = y + 40 + stroke * 20
    await presenter.mouse.move(x + 60, at)
    // The wall draws along, from the first dot on.
    note('drawing', await timeAcross(presenter, wall, 'drawing', async () => {
      await presenter.mouse.down()
      await presenter.mouse.move(x + 80, at + 10)
    }))
    await presenter.mouse.move(x + 200, at + 10, { steps: 6 })
    await presenter.mouse.up()
  }
  times['request and answer'] = await presenter.evaluate(timeRequests, REPEATS)
  return times
}

/** The most slides in a row on which a key only goes on: on that of a poll it opens voting. */
function longestQuiet(slides: SlideInfo[]): { from: number, to: number } {
  const isQuiet = ({ frontmatter, content }: SlideInfo) =>
    pollIdsOf(frontmatter).length === 0 && !/<Poll\b/.test(content)
  const ends = slides.flatMap((slide, i) => isQuiet(slide) ? [] : [i])
  const stretches = [-1, ...ends].map((end, i) => ({ from: end + 2, to: ends[i] ?? slides.length }))
  return stretches.reduce((longest, next) => next.to - next.from > longest.to - longest.from ? next : longest)
}

/** Runs in the page: what the network and the room alone take. */
async function timeRequests(count: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const begun = performance.now()
    await (await fetch('/healthz')).text()
    times.push(Math.round(performance.now() - begun))
  }
  return times
}

function formatTimes(times: Times): string {
  const rows = Object.entries(times).map(([kind, all]) =>
    [kind, String(all.length), `${median(all).toFixed(0)} ms`, `${Math.max(...all)} ms`])
  return [['', 'times', 'median', 'slowest'], ...rows]
    .map(([kind = '', ...cells]) => kind.padEnd(22) + cells.map(cell => cell.padStart(12)).join(''))
    .join('\n')
}
