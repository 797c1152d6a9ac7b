import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { inRoot } from '../cli/paths.ts'
import { readPolls } from '../polls/pollsFile.ts'
import { readSession } from './sessionResults.ts'
import { databasePath } from './settings.ts'

/**
 * Writes the results of a session to a temporary file, which is deleted when this process ends. A deck whose
 * `DECK_RESULTS` names it shows them on its polls.
 *
 * @throws {import('../cli/cli.ts').UsageError} when there is no such session
 */
export async function resultsFile(session: string): Promise<string> {
  const results = await readSession(readPolls(inRoot('polls.yaml')), databasePath(), session)
  const folder = await mkdtemp(join(tmpdir(), 'results-'))
  // Without this a signal ends Node without an `exit` event.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(1))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'results.json')
  await writeFile(path, JSON.stringify(results))
  return path
}
