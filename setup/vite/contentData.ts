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
import { deckPoll, readPolls, solutionOf } from '../../src/polls/pollsFile.ts'

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
  const polls = join(deck, 'polls.yaml')
  const exercises = join(deck, 'exercises')
  const evidence = join(deck, 'evidence')
  const ledger = ['claims.yaml', 'series.yaml', 'sources.yaml'].map(file => join(evidence, file))
  const content: Record<string, Content> = {
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
      read: () => readExercises(exercises),
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

  return {
    name: 'kit:content-data',
    resolveId: id => Object.hasOwn(content, id) ? `\0${id}` : undefined,
    async load(resolved) {
      const found = resolved.startsWith('\0') ? content[resolved.slice(1)] : undefined
      if (!found)
        return
      found.files().forEach(file => this.addWatchFile(file))
      return `export default ${JSON.stringify(await found.read())}`
    },
    hotUpdate({ file, modules }) {
      const ids = Object.entries(content).filter(([, { files }]) => files().includes(file)).map(([id]) => `\0${id}`)
      const touched = ids.flatMap(id => this.environment.moduleGraph.getModuleById(id) ?? [])
      return touched.length > 0 ? [...modules, ...touched] : undefined
    },
  }
}

/** For a site without a room: the solutions, and the results of a session from the file that `DECK_RESULTS` names. */
function soloContent(polls: string): SoloContent {
  const { ROOM_INTERNAL_URL, DECK_RESULTS } = process.env
  if (ROOM_INTERNAL_URL !== undefined)
    return { solutions: {} }
  const solutions = Object.fromEntries(readPolls(polls).map(poll => [poll.id, solutionOf(poll)]))
  return {
    solutions,
    ...(DECK_RESULTS
      ? { session: JSON.parse(readFileSync(DECK_RESULTS, 'utf8')) as NonNullable<SoloContent['session']> }
      : {}),
  }
}
