import type { CommandDef } from 'citty'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'

const NAME = 'npm run bench --'

/** Each is loaded only when it is run. */
const BENCHMARKS: Record<string, { description: string, load: () => Promise<CommandDef> }> = {
  'crash': {
    description: 'a room killed ten times under 500 voters: ballots lost, and how long until the last phone is back',
    load: () => import('./bench/crash.ts').then(result => result.crash as unknown as CommandDef),
  },
  'export': {
    description: 'time to make a PDF of the deck beside slidev export, and whether it is tagged',
    load: () => import('./bench/export.ts').then(result => result.exportDeck as unknown as CommandDef),
  },
  'first-slide': {
    description: 'JavaScript and time to the first slide, against an empty deck of the same Slidev with one diagram',
    load: () => import('./bench/firstSlide.ts').then(result => result.firstSlide as unknown as CommandDef),
  },
  'start': {
    description: 'from the command to the first slide: npm start, npm run dev, and the dev server of an empty deck',
    load: () => import('./bench/start.ts').then(result => result.start as unknown as CommandDef),
  },
  'machines': {
    description: 'from a key on one machine to the picture on another, in network namespaces; needs root on Linux',
    load: () => import('./bench/machines.ts').then(result => result.machines as unknown as CommandDef),
  },
  'follow': {
    description: 'a remote audience of 500 on one room: its memory, and how soon all hear of the next slide',
    load: () => import('./bench/follow.ts').then(result => result.follow as unknown as CommandDef),
  },
  'site': {
    description: 'what the first visit to the site loads, and how soon it shows a slide, against an empty deck',
    load: () => import('./bench/site.ts').then(result => result.site as unknown as CommandDef),
  },
  'handouts': {
    description:
      'time to print the whole kit and to finish a page, and for one PDF more beside md-to-pdf and pagedjs-cli',
    load: () => import('./bench/handouts.ts').then(result => result.handouts as unknown as CommandDef),
  },
}

// The name of the benchmark is taken out of `argv`, so that the benchmark sees only its own options.
const [name] = process.argv.slice(2)
const isName = name !== undefined && !name.startsWith('-')
if (isName)
  process.argv.splice(2, 1)

const benchmark = isName && Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined
const list = Object.entries(BENCHMARKS).map(([key, command]) => `${key} (${command.description})`).join(', ')

await main(
  (await benchmark?.load())
  ?? defineCommand({
    meta: {
      name: NAME,
      description: `Compares the kit with a yardstick in one run. First the name of a benchmark: ${list}.`,
    },
    args: {},
    run() {
      const fault = isName ? `There is no benchmark ${name}` : 'Say which benchmark'
      throw new UsageError(`${fault}; choose from ${Object.keys(BENCHMARKS).join(', ')}.`)
    },
  }),
)
