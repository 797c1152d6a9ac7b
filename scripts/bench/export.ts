import type { Command } from './handouts/timing.ts'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFBool, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot, root } from '../../src/cli/paths.ts'
import { startProgress } from '../../src/cli/progress.ts'
import { LONGEST } from '../../src/content/tracks.ts'
import { buildDeck } from '../../src/deck/buildDeck.ts'
import { SLIDEV } from '../../src/deck/deckServer.ts'
import { keptSite } from '../../src/handouts/site.ts'
import { findChromium } from '../../src/pdf/browser.ts'
import { median, timeCommand } from './handouts/timing.ts'

const ROUNDS = 3
const DECK = 'deck.pdf'
const SCRIPT = inRoot('scripts', 'export.ts')

/** What a tool takes and makes; of its PDF of the slides. */
interface Export {
  seconds: number
  pages: number
  bytes: number
  isTagged: boolean
  hasOutline: boolean
}

interface Tool {
  name: string
  /** Writes `deck.pdf`, and perhaps more, into this folder. */
  command: (folder: string) => Command
  /** Whether the deck is built before, as after each change to it. */
  builds?: boolean
}

const TOOLS: Tool[] = [
  { name: 'ours, deck as before', command: folder => ours(folder, '--format', 'pdf') },
  { name: 'ours, deck changed', command: folder => ours(folder, '--format', 'pdf'), builds: true },
  { name: 'ours, all four files', command: folder => ours(folder) },
  {
    name: 'slidev export',
    command: folder => ({
      args: [
        SLIDEV,
        'export',
        'slides.md',
        '--output',
        join(folder, DECK),
        '--timeout',
        '150000',
        '--executable-path',
        findChromium() ?? '',
      ],
      folder: root,
      env: { DECK_TRACK: LONGEST },
    }),
  },
]

function ours(folder: string, ...more: string[]): Command {
  return { args: [SCRIPT, '--track', LONGEST, '--out', folder, ...more], folder: root }
}

export const exportDeck = defineCommand({
  meta: {
    name: 'npm run bench -- export',
    description: 'Time to make a PDF of the deck beside Slidev’s own exporter with the same Chromium, and what the '
      + `files have. Medians of ${ROUNDS} rounds, taken in turn.`,
  },
  args: {},
  async run() {
    const [load = 0] = loadavg()
    const progress = startProgress(1 + TOOLS.length * ROUNDS, 'building the deck')
    try {
      await keptSite({ track: LONGEST })
      const taken = TOOLS.map((): Export[] => [])
      for (let round = 0; round < ROUNDS; round++) {
        for (const [i, tool] of TOOLS.entries()) {
          progress.step(tool.name)
          taken[i]?.push(await runOnce(tool))
        }
      }
      progress.stop()
      console.log(report(taken, load))
    }
    finally {
      progress.stop()
    }
  },
})

async function runOnce({ name, command, builds }: Tool): Promise<Export> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-export-'))
  try {
    const building = builds ? await timeBuild(join(folder, 'site')) : 0
    const seconds = await timeCommand(command(folder)).catch((error: Error) => {
      throw new UsageError(`${name} failed: ${error.message}`)
    })
    const file = await readFile(join(folder, DECK))
    return { seconds: building + seconds, bytes: file.length, ...await readPdf(file) }
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Seconds to build what is printed: what `npm run export` keeps from one time to the next. */
async function timeBuild(out: string): Promise<number> {
  const start = performance.now()
  await buildDeck({ out, env: { DECK_TRACK: LONGEST, DECK_HANDOUTS: 'true' } })
  return (performance.now() - start) / 1000
}

async function readPdf(file: Uint8Array): Promise<Pick<Export, 'pages' | 'isTagged' | 'hasOutline'>> {
  const document = await PDFDocument.load(file, { updateMetadata: false })
  const marked = document.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))
  return {
    pages: document.getPageCount(),
    isTagged: marked === PDFBool.True && document.catalog.has(PDFName.of('StructTreeRoot')),
    hasOutline: document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.has(PDFName.of('First')) ?? false,
  }
}

function report(taken: Export[][], load: number): string {
  const yes = (value: boolean | undefined) => value ? 'yes' : 'no'
  const base = median(taken[0]?.map(({ seconds }) => seconds) ?? [])
  const rows = TOOLS.map(({ name }, i) => {
    const seconds = median(taken[i]?.map(run => run.seconds) ?? [])
    const { pages = 0, bytes = 0, isTagged, hasOutline } = taken[i]?.at(-1) ?? {}
    return [
      name,
      `${seconds.toFixed(1)} s`,
      (seconds / base).toFixed(2),
      String(pages),
      yes(isTagged),
      yes(hasOutline),
      `${Math.ceil(bytes / 1000)} KB`,
    ]
  })
  const cores = availableParallelism()
  return `${[
    ['', 'time', 'ratio', 'pages', 'tagged', 'outline', 'size'],
    ...rows,
  ].map(([what = '', ...cells]) => what.padEnd(24) + cells.map(cell => cell.padStart(10)).join('')).join('\n')
  }\n\nMedians of ${ROUNDS} rounds, the tools in turn with the same Chromium. Ours goes through a finishing pass too.${
    load > cores / 2
      ? `\nThe machine was busy before this began (load ${load.toFixed(1)} on ${cores} cores): it takes less time on a `
      + 'free one.'
      : ''}`
}
