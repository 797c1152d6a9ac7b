import type { CostModelContent } from '../../content/costModelFile.ts'
import type { Ledger } from '../../content/evidenceSchema.ts'
import type { Exercise } from '../../content/exercises.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { Parts } from './slidevParts.ts'
import { join } from 'node:path'
import { readCostModel } from '../../content/costModelFile.ts'
import { readExercises } from '../../content/exercises.ts'
import { readLedger } from '../../content/ledger.ts'
import { readPolls } from '../../polls/pollsFile.ts'
import { readParts } from './slidevParts.ts'

/** Everything that slides and exercises may refer to. */
export interface ContentIndex {
  /** Folder of the deck. */
  root: string
  ledger: Ledger
  /** Undefined where the deck has none. */
  costModel: CostModelContent | undefined
  /** By id. */
  polls: Map<string, Poll>
  /** By the name of its folder. */
  exercises: Map<string, Exercise>
  parts: Parts
}

/**
 * Reads everything that slides and exercises may refer to.
 *
 * @param root folder of the deck
 * @param headmatter of the deck
 * @throws {import('../../content/yamlFile.ts').ContentError} when a data file is not valid
 */
export function readContentIndex(root: string, headmatter: Record<string, unknown>): ContentIndex {
  const evidence = join(root, 'evidence')
  const ledger = readLedger(evidence)
  return {
    root,
    ledger,
    costModel: readCostModel(evidence, ledger),
    polls: new Map(readPolls(join(root, 'polls.yaml')).map(poll => [poll.id, poll])),
    exercises: new Map(readExercises(join(root, 'exercises')).map(exercise => [exercise.slug, exercise])),
    parts: readParts(root, headmatter),
  }
}
