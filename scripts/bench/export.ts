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
/** Share of blank pages up to which a PDF is one of the deck. */
const MOST_BLANK = 0.1
/** Share of the largest file of a tool from which a PDF has what the others have, such as the fonts. */
const LEAST_BYTES = 0.8
const DECK = 'deck.pdf'
const SCRIPT = inRoot('scripts', 'export.ts')

/** What a tool takes and makes; of its PDF of the slides. */
interface Export {
  seconds: number
  pages: number
  /** Without a word. */
  blankPages: number
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

async function readPdf(file: Uint8Array): Promise<Pick<Export, 'pages' | 'blankPages' | 'isTagged' | 'hasOutline'>> {
  const document = await PDFDocument.load(file, { updateMetadata: false })
  const marked = document.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))
  return {
    pages: document.getPageCount(),
    blankPages: document.getPages().filter(({ node }) => !node.Resources()?.has(PDFName.of('Font'))).length,
    isTagged: marked === PDFBool.True && document.catalog.has(PDFName.of('StructTreeRoot')),
    hasOutline: document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.has(PDFName.of('First')) ?? false,
  }
}

/** The runs that did not print before the slides were drawn, as Slidev may on a busy machine. */
function wholeOf(runs: Export[]): Export[] {
  const most = Math.max(...runs.map(({ bytes }) => bytes))
  return runs.filter(({ pages, blankPages, bytes }) => blankPages <= MOST_BLANK * pages && bytes >= LEAST_BYTES * most)
}

/** A row of the table. */
function rowOf(name: string, runs: Export[], base: Export[]): string[] {
  const yes = (value: boolean | undefined) => value ? 'yes' : 'no'
  const whole = wholeOf(runs)
  const { pages, blankPages, bytes, isTagged, hasOutline } = whole.at(-1) ?? runs.at(-1) as Export
  // Within a round: what else the machine does then slows both.
  const ratios = whole.map(run => run.seconds / (base[runs.indexOf(run)]?.seconds ?? Number.NaN))
  return [
    name,
    `${median(whole.map(({ seconds }) => seconds)).toFixed(1)} s`,
    median(ratios).toFixed(2),
    String(pages),
    String(blankPages),
    yes(isTagged),
    yes(hasOutline),
    `${Math.ceil(bytes / 1000)} KB`,
  ]
}

function report(taken: Export[][], load: number): string {
  const rows = TOOLS.map(({ name }, i) => rowOf(name, taken[i] ?? [], taken[0] ?? []))
  const table = [['', 'time', 'ratio', 'pages', 'blank', 'tagged', 'outline', 'size'], ...rows]
    .map(([what = '', ...cells]) => what.padEnd(24) + cells.map(cell => cell.padStart(10)).join(''))
  const failures = TOOLS.flatMap(({ name }, i) => {
    const failed = ROUNDS - wholeOf(taken[i] ?? []).length
    return failed > 0 ? `Not counted: ${failed} of ${ROUNDS} runs of ${name}, printed before all was drawn.` : []
  })
  const cores = availableParallelism()
  const busy = load > cores / 2
    ? [
        `The machine was busy before this began (load ${load.toFixed(1)} on ${cores} cores): `
        + 'it takes less time on a free one.',
      ]
    : []
  return [
    ...table,
    '',
    `Medians of ${ROUNDS} rounds, the tools in turn with the same Chromium; ratio: its time to that of the first `
    + 'in the same round.',
    'Only ours goes through a finishing pass.',
    ...failures,
    ...busy,
  ].join('\n')
}
