import type { Progress } from '../../src/cli/progress.ts'
import type { FinishingRound } from './handouts/finishing.ts'
import type { Taken } from './handouts/inTurn.ts'
import type { Run, Tool } from './handouts/tools.ts'
import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot, root } from '../../src/cli/paths.ts'
import { startProgress } from '../../src/cli/progress.ts'
import { trackFrom } from '../../src/cli/trackOption.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { printJobs } from '../../src/handouts/jobs.ts'
import { keptSite } from '../../src/handouts/site.ts'
import { printKitUnfinished, timeFinishing } from './handouts/finishing.ts'
import { takeInTurn } from './handouts/inTurn.ts'
import { installPeer, PEERS } from './handouts/peers.ts'
import { buildPlainDeck } from './handouts/plainDeck.ts'
import { plainMarkdown } from './handouts/plainMarkdown.ts'
import { formatFinishing, formatKitTime, formatTable } from './handouts/table.ts'
import { runOnce } from './handouts/tools.ts'

const KIT_RUNS = 3
const FINISHING_ROUNDS = 3
const ROUNDS = 5
/** PDFs beyond the first: they show the time for one more PDF, without the time to start. */
const FURTHER = 16

const OURS = 'this kit'
const PRINT = inRoot('scripts', 'bench', 'handouts', 'printSite.ts')
const names = PEERS.map(peer => peer.name).join(' and ')

export const handouts = defineCommand({
  meta: {
    name: 'npm run bench -- handouts',
    description:
      'Time to print the whole kit in both papers from a warm build, how much of it a page takes to be finished, '
      + `and time for one PDF more beside ${names} with the same Markdown: medians, the tools run in turn.`,
  },
  args: {},
  async run() {
    const [load = 0] = loadavg()
    const progress = startProgress(
      3 + KIT_RUNS + PEERS.length + ROUNDS * (1 + PEERS.length),
      'building what is printed, where it is not built yet',
    )
    try {
      const kit = await printKit(progress)
      const finishing = await timeFinishing(await printKitUnfinished(), FINISHING_ROUNDS)
      progress.step('building a deck of plain handouts')
      const { title, markdown } = medianExercise()
      const tools = [await plainKit(markdown)]
      progress.step(`installing ${names}, where they are not yet`)
      const missing = new Map<string, Error>()
      for (const peer of PEERS) {
        await installPeer(peer).then(
          home => tools.push({ name: peer.name, ...peer.tool(home, markdown) }),
          (error: Error) => missing.set(peer.name, error),
        )
        progress.step('printing plain handouts in turn')
      }
      const taken = await takeInTurn(tools, ROUNDS, FURTHER, () => progress.step('printing plain handouts in turn'))
      progress.stop()
      console.log(report(kit, finishing, title, new Map([...taken, ...missing]), load))
    }
    finally {
      progress.stop()
    }
  },
})

/** Times the printing of the whole kit, each run in a new process with a new Chromium. */
async function printKit(progress: Progress): Promise<Run[]> {
  await keptSite({ track: trackFrom(undefined) })
  progress.step('printing the whole kit')
  const pdfs = printJobs(readExercises(inRoot('exercises'))).length
  const runs: Run[] = []
  for (let i = 0; i < KIT_RUNS; i++) {
    runs.push(await runOnce(async folder => ({ args: [PRINT, folder], folder: root }), pdfs).catch((error: Error) => {
      throw new UsageError(`The kit could not be printed: ${error.message}`)
    }))
    progress.step(i + 1 < KIT_RUNS ? 'printing the whole kit' : 'finishing the whole kit')
  }
  return runs
}

/** The exercise of median length, as an example of all. */
function medianExercise(): { title: string, markdown: string } {
  const texts = readExercises(inRoot('exercises'))
    .map(({ slug, title }) => ({
      title,
      markdown: plainMarkdown(readFileSync(inRoot('exercises', slug, 'handout.md'), 'utf8')),
    }))
    .sort((a, b) => a.markdown.length - b.markdown.length)
  const text = texts[Math.floor(texts.length / 2)]
  if (!text)
    throw new UsageError('There is no exercise to compare with; add one to exercises/.')
  return text
}

/** Our own printing as a tool to compare with, on a text without our components. */
async function plainKit(markdown: string): Promise<Tool> {
  const deck = inRoot('dist', 'bench', 'handouts')
  const slugs = await buildPlainDeck(deck, markdown, 1 + FURTHER).catch((error: Error) => {
    throw new UsageError(`The plain handouts could not be built: ${error.message}`)
  })
  return {
    name: OURS,
    several: true,
    prepare: async (folder, pdfs) => ({ args: [PRINT, folder, deck, ...slugs.slice(0, pdfs)], folder: root }),
  }
}

function report(
  kit: Run[],
  finishing: FinishingRound[],
  title: string,
  taken: Map<string, Taken | Error>,
  load: number,
): string {
  const failures = [...taken].flatMap(([name, failure]) =>
    failure instanceof Error ? [`${name} is missing: ${failure.message}`] : [],
  )
  const cores = availableParallelism()
  const busy
    = load > cores / 2
      ? [
          `The machine was busy before this began (load ${load.toFixed(1)} on ${cores} cores): `
          + 'it takes less time on a free one.',
        ]
      : []
  return [
    'The whole kit in both papers, printed from a warm build',
    formatKitTime(kit),
    formatFinishing(finishing),
    '',
    `“${title}” as plain Markdown, without write-in fields or other components, on A4`,
    formatTable(taken),
    '',
    `Medians of ${ROUNDS} rounds, the tools in turn with the same Chromium; ratio: its time to ours.`,
    `Further PDFs are ${FURTHER} more in one process, where ours prints two at a time and md-to-pdf all; `
    + 'pagedjs-cli takes a process for each.',
    'Not counted: the build of ours, and making the HTML that pagedjs-cli takes. '
    + 'Only ours goes through a finishing pass.',
    ...failures,
    ...busy,
  ].join('\n')
}
