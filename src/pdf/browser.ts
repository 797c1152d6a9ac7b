import type { Browser } from 'playwright-chromium'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-chromium'
import { UsageError } from '../cli/cli.ts'
import names from './chromiumNames.json' with { type: 'json' }

const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** How long drawing may take: enough for a machine that is busy with other work. */
export const DRAW_TIMEOUT_MS = 120_000

/** Playwright's words for a page or a browser that is no more. */
const CRASHED = /crashed|has been closed/

/** Whether an error of Playwright means that Chromium is no longer there. */
export function isCrash(error: unknown): boolean {
  return error instanceof Error && CRASHED.test(error.message)
}

/**
 * The Chromium to drive: `CHROMIUM_PATH`, Playwright's own, then the system's, one without windows before others.
 *
 * @returns path of the executable, undefined where there is none
 */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given)
    return existsSync(given) ? given : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    chromium.executablePath(),
    ...names.flatMap(name => folders.map(folder => join(folder, name))),
    MAC,
  ]
  return candidates.find(candidate => candidate && existsSync(candidate))
}

/**
 * Starts a headless Chromium that talks to no one but the pages it is given.
 *
 * @throws {UsageError} when the machine has none, or it does not start
 */
export async function launchChromium(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given))
    throw new UsageError(`CHROMIUM_PATH is ${given}, which does not exist; set it to a Chromium or unset it.`)
  const executablePath = findChromium()
  if (!executablePath)
    throw new UsageError('No Chromium was found; run `node scripts/setup.mjs chromium`, or set CHROMIUM_PATH to one.')
  return chromium.launch({
    executablePath,
    // Chromium refuses its sandbox to root, and only to root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  }).catch((error) => {
    throw new UsageError(
      `The Chromium at ${executablePath} did not start (${String(error).split('\n')[0]}); `
      + 'run the command again, or set CHROMIUM_PATH to another one.',
    )
  })
}
