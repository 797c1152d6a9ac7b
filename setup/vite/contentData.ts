import type { Plugin } from 'vite'
import type { SoloContent } from '../../src/polls/solo.ts'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { COST_MODEL, readCostModel } from '../../src/content/costModelFile.ts'
import { KIT, readExercises } from '../../src/content/exercises.ts'
import { GLOSSARY, QUESTIONS, readGlossary, readQuestions } from '../../src/content/kitWords.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { readGuidePlan } from '../../src/deck/guidePlan.ts'
import { handedSwap, swappedExercises } from '../../src/deck/swapped.ts'
import { deckPoll, readPolls, solutionOf } from '../../src/polls/pollsFile.ts'

const POLLS = 'polls.yaml'

interface Content {
  /** The files that it is read from; a function, since a new exercise brings new files. */
  files: () => string[]
  read: () => unknown | Promise<unknown>
}

/**
 * Serves `evidence/`, `polls.yaml` and the exercises' frontmatter to the deck as virtual modules. They are validated on
 * the Node side, so that no schema library gets into the browser, and read again when a file changes.
 *
 * @param deck folder of the deck; another one than this kit's if the kit is used as an addon
 */
export function contentData(deck: string): Plugin {
  const content = contentOf(deck)
  /** What was served last, by id of the module. */
  const served = new Map<string, string>()
  const codeOf = async ({ read }: Content) => `export default ${JSON.stringify(await read())}`

  return {
    name: 'kit:content-data',
    resolveId: id => Object.hasOwn(content, id) ? `\0${id}` : undefined,
    async load(resolved) {
      const found = resolved.startsWith('\0') ? content[resolved.slice(1)] : undefined
      if (!found)
        return
      found.files().forEach(file => this.addWatchFile(file))
      // A file that was broken while the deck is shown must not take the slides away: the last good one stays.
      const code = await codeOf(found).catch((error: unknown) => served.get(resolved) ?? Promise.reject(error))
      served.set(resolved, code)
      return code
    },
    async hotUpdate({ file, modules }) {
      const read = Object.entries(content).filter(([, { files }]) => files().includes(file))
      if (read.length === 0)
        return
      const changed: typeof modules = []
      const faults = new Set<string>()
      for (const [id, found] of read) {
        const module = this.environment.moduleGraph.getModuleById(`\0${id}`)
        const code = module && await codeOf(found).catch((error: unknown) => void faults.add(describe(error)))
        if (module && code && code !== served.get(`\0${id}`))
          changed.push(module)
      }
      // The room says it of its polls, once it is sure that the file was not only half-written.
      if (file !== join(deck, POLLS) || process.env.ROOM_INTERNAL_URL === undefined)
        faults.forEach(fault => console.error(fault))
      // Vite itself has a module for a watched file, by which it would reload all that is read from it.
      return [...modules.filter(({ id }) => id !== null && id !== file), ...changed]
    },
  }
}

/** What each module is read from, by its id. */
function contentOf(deck: string): Record<string, Content> {
  const polls = join(deck, POLLS)
  const exercises = join(deck, 'exercises')
  const evidence = join(deck, 'evidence')
  const ledger = ['claims.yaml', 'series.yaml', 'sources.yaml'].map(file => join(evidence, file))
  return {
    'virtual:evidence': { files: () => ledger, read: () => readLedger(evidence) },
    'virtual:cost-model': {
      files: () => [...ledger, join(evidence, COST_MODEL)],
      read: () => readCostModel(evidence, readLedger(evidence)),
    },
    // Without the solutions: the deck's bundle is a public file.
    'virtual:polls': { files: () => [polls], read: () => readPolls(polls).map(deckPoll) },
    'virtual:solo': { files: () => [polls], read: () => soloContent(polls) },
    'virtual:exercises': {
      files: () => globSync(join(exercises, '*', '*.{md,yaml}')),
      read: () => swappedExercises(readExercises(exercises), handedSwap()),
    },
    'virtual:guide-plan': {
      files: () => [
        polls,
        ...globSync(join(deck, '{slides.md,pages/*.md,evidence/claims.yaml,exercises/*/handout.md}')),
      ],
      read: () => readGuidePlan(deck),
    },
    'virtual:five-questions': { files: () => [join(exercises, KIT, QUESTIONS)], read: () => readQuestions(exercises) },
    'virtual:glossary': { files: () => [join(exercises, KIT, GLOSSARY)], read: () => readGlossary(exercises) },
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** For a site without a room: the solutions, and the results of a session from the file that `DECK_RESULTS` names. */
function soloContent(polls: string): SoloContent {
  const { ROOM_INTERNAL_URL, DECK_LIVE, DECK_RESULTS } = process.env
  if ((ROOM_INTERNAL_URL ?? DECK_LIVE) !== undefined)
    return { solutions: {} }
  const solutions = Object.fromEntries(readPolls(polls).map(poll => [poll.id, solutionOf(poll)]))
  return {
    solutions,
    ...(DECK_RESULTS
      ? { session: JSON.parse(readFileSync(DECK_RESULTS, 'utf8')) as NonNullable<SoloContent['session']> }
      : {}),
  }
}
