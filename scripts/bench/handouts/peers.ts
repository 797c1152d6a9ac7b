import type { Tool } from './tools.ts'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { inRoot } from '../../../src/cli/paths.ts'
import { findChromium } from '../../../src/pdf/browser.ts'
import { timeCommand } from './timing.ts'

/** Another tool that makes PDFs from Markdown. */
export interface Peer {
  name: string
  /** The packages to install, its own among them, with exact versions. */
  packages: Record<string, string>
  /** @param home where its packages are installed */
  tool: (home: string, markdown: string) => Omit<Tool, 'name'>
}

// Chromium does not start as root with its sandbox.
const CHROMIUM_ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const env = () => ({ PUPPETEER_EXECUTABLE_PATH: findChromium() })

export const PEERS: Peer[] = [
  {
    name: 'md-to-pdf',
    packages: { 'md-to-pdf': '5.2.5', 'puppeteer': '25.16.0' },
    tool: (home, markdown) => ({
      several: true,
      async prepare(folder, pdfs) {
        const files = Array.from({ length: pdfs }, (_, i) => `plain-${i + 1}.md`)
        await Promise.all(files.map(file => writeFile(join(folder, file), markdown)))
        return {
          args: [
            join(home, 'node_modules', 'md-to-pdf', 'dist', 'cli.js'),
            ...files,
            '--launch-options',
            JSON.stringify({ args: CHROMIUM_ARGS }),
          ],
          folder,
          env: env(),
        }
      },
    }),
  },
  {
    name: 'pagedjs-cli',
    packages: { 'pagedjs-cli': '0.4.3', 'puppeteer': '20.9.0', 'marked': '4.3.0' },
    tool: (home, markdown) => ({
      several: false,
      async prepare(folder) {
        await writeFile(join(folder, 'plain.html'), htmlOf(home, markdown))
        const browserArgs = CHROMIUM_ARGS.flatMap(arg => ['--browserArgs', arg])
        return {
          args: [
            join(home, 'node_modules', 'pagedjs-cli', 'src', 'cli.js'),
            'plain.html',
            '--output',
            'plain.pdf',
            ...browserArgs,
          ],
          folder,
          env: env(),
        }
      },
    }),
  },
]

/** The Markdown as a page with as little style as possible, for a tool that takes only HTML. */
function htmlOf(home: string, markdown: string): string {
  const { parse } = createRequire(join(home, 'package.json'))('marked') as { parse: (markdown: string) => string }
  const style = '<style>@page { size: A4; margin: 17mm } body { font: 11pt sans-serif }</style>'
  const head = `<meta charset="utf-8"><title>Plain handout</title>${style}`
  return `<!doctype html><html lang="en">${head}${parse(markdown)}</html>`
}

/**
 * Installs a peer in a folder apart from the project's own packages, unless it is installed already.
 *
 * @param peer to install
 * @param cache folder in which each peer has a folder
 * @param retries how often npm repeats a failed request
 * @returns its folder
 * @throws {Error} with what npm says when it cannot be installed
 */
export async function installPeer(
  { name, packages }: Peer,
  cache = inRoot('node_modules', '.cache', 'bench-handouts'),
  retries = 1,
): Promise<string> {
  const home = join(cache, `${name}-${packages[name]}`)
  const done = join(home, '.installed')
  const wanted = JSON.stringify({ private: true, dependencies: packages })
  if (existsSync(done))
    return home
  await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'package.json'), wanted)
  // No download of a browser: all tools use the Chromium that is there.
  await timeCommand({
    file: 'npm',
    args: ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `--fetch-retries=${retries}`],
    folder: home,
    env: { PUPPETEER_SKIP_DOWNLOAD: 'true' },
  })
  await writeFile(done, '')
  return home
}
