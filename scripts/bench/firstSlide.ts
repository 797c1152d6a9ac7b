import type { Load, Script } from './coldLoads.ts'
import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot, root } from '../../src/cli/paths.ts'
import { startProgress } from '../../src/cli/progress.ts'
import { readDeck } from '../../src/deck/deck.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { loadInTurn } from './coldLoads.ts'
import { emptyDeck } from './emptyDeck.ts'
import { median } from './handouts/timing.ts'
import { serveSite } from './siteServer.ts'

const LOADS = 7
/** How many files `--chunks` names. */
const LARGEST_COUNT = 8

/** An empty deck with one diagram, in Mermaid's default layout or another one. */
const deckWithDiagram = (layout?: string) => emptyDeck(`
\`\`\`mermaid
${layout ? `---\nconfig:\n  layout: ${layout}\n---\n` : ''}flowchart LR
  a --> b
\`\`\`
`)

/**
 * Mermaid's default layout brings a large engine. The second deck uses the smaller one of our diagrams, dagre, which
 * makes the comparison harder for us.
 */
const YARDSTICKS = [
  { name: 'empty deck', file: deckWithDiagram() },
  { name: 'with dagre', file: deckWithDiagram('dagre') },
]

export const firstSlide = defineCommand({
  meta: {
    name: 'npm run bench -- first-slide',
    description: 'JavaScript and time to the first slide, against an empty deck of the same Slidev with one diagram, '
      + `with Mermaid’s default layout and with ours: medians of ${LOADS} cold loads each, taken in turn.`,
  },
  args: {
    chunks: { type: 'boolean', description: 'Name the largest files that either deck loads' },
  },
  async run({ args }) {
    const folder = inRoot('dist', 'bench')
    await rm(folder, { recursive: true, force: true })
    const decks = [
      { name: 'this deck', folder: root },
      ...YARDSTICKS.map(({ name }, i) => ({ name, folder: join(folder, `empty-${i}`) })),
    ]
    const progress = startProgress(decks.length + decks.length * LOADS, 'building this deck')
    try {
      const sites: string[] = []
      for (const [i, deck] of decks.entries()) {
        const file = YARDSTICKS[i - 1]?.file
        if (file !== undefined)
          await mkdir(deck.folder, { recursive: true }).then(() => writeFile(join(deck.folder, 'slides.md'), file))
        sites.push(await build(deck.folder, join(folder, `site-${i}`)))
        progress.step(i + 1 < decks.length ? 'building an empty deck' : 'loading')
      }
      const loads = await measure(sites, () => progress.step('loading'))
      progress.stop()
      console.log(table(decks.map(deck => deck.name), loads))
      if (args.chunks)
        loads.forEach((load, i) => console.log(`\nLargest until the first slide, ${decks[i]?.name}\n${largest(load)}`))
    }
    finally {
      progress.stop()
    }
  },
})

/** Builds a deck as a static site. In a process of its own, because Slidev works in the current directory. */
async function build(deck: string, out: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [inRoot('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'), 'build', 'slides.md', '--out', out],
    {
      cwd: deck,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  const code = await new Promise<number | null>(resolve => child.once('exit', resolve))
  if (code !== 0)
    throw new UsageError(`The deck in ${deck} was not built; see the lines above.`)
  return out
}

/** Loads each site in turn. `sites` are folders: our deck first, then decks of one slide. */
async function measure(sites: string[], onLoad: () => void): Promise<Load[][]> {
  const { slides } = await readDeck(root)
  const servers = await Promise.all(sites.map(serveSite))
  const browser = await launchChromium()
  try {
    return await loadInTurn(
      browser,
      servers.map((site, i) => ({ site, slides: i === 0 ? slides.length : 1 })),
      LOADS,
      onLoad,
    )
  }
  finally {
    await browser.close()
    await Promise.all(servers.map(server => server.close()))
  }
}

const early = ({ shown, scripts }: Load): Script[] => scripts.filter(script => script.at <= shown)
const bytes = (scripts: Script[]): number => scripts.reduce((sum, script) => sum + script.bytes, 0)

/** A table of our deck, then of each yardstick with the ratio of ours to it. */
function table(names: string[], loads: Load[][]): string {
  const kb = (value: number) => `${(value / 1024).toFixed(0)} KB`
  const ms = (value: number) => `${value.toFixed(0)} ms`
  const rows: [what: string, of: (load: Load) => number, as: (value: number) => string][] = [
    ['JavaScript until the first slide stands, gzip', load => bytes(early(load)), kb],
    ['JavaScript when all slides are loaded, gzip', load => bytes(load.scripts), kb],
    ['Time until the first slide stands', load => load.shown, ms],
  ]
  const [mine = '', ...others] = names
  return [['', mine, ...others.flatMap(other => [other, 'ratio'])], ...rows.map(([what, of, as]) => {
    const [ours = Number.NaN, ...theirs] = loads.map(load => median(load.map(of)))
    return [what, as(ours), ...theirs.flatMap(value => [as(value), (ours / value).toFixed(2)])]
  })].map(([what = '', ...cells]) => what.padEnd(46) + cells.map(cell => cell.padStart(12)).join('')).join('\n')
}

function largest([first]: Load[]): string {
  return early(first ?? { shown: 0, scripts: [] })
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, LARGEST_COUNT)
    .map(script => `${(script.bytes / 1024).toFixed(1).padStart(8)} KB  ${script.name}`)
    .join('\n')
}
