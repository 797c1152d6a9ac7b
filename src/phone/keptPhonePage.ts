import type { PhoneFiles } from '../polls/phoneFiles.ts'
import { globSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot, root } from '../cli/paths.ts'
import { contentHash } from '../cli/treeHash.ts'
import { writeAside } from '../cli/writeAside.ts'

/**
 * Everything that the page may be built from. A file too many costs a needless build; one that is missing here would
 * keep an outdated page.
 */
const SOURCES = [
  'package-lock.json',
  'src/cli/pageBuild.ts',
  'src/content',
  'src/composables',
  'src/phone',
  'src/polls',
  'styles',
]
const FOLDER = inRoot('node_modules', '.cache', 'room')

/**
 * The phone page as it was built last, where nothing has changed since; else it is built and kept. A room that has to
 * start again in the middle of a talk is back seconds sooner without a build.
 *
 * @param folder where it is kept
 */
export async function keptPhonePage(folder = FOLDER): Promise<PhoneFiles> {
  const name = `phone-${contentHash(root, SOURCES).slice(0, 16)}.json`
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8')) as PhoneFiles
  }
  catch {
    const { buildPhonePage } = await import('./build.ts')
    const files = await buildPhonePage()
    // Where nothing can be written, it is built each time.
    await writeAside(join(folder, name), JSON.stringify(files)).then(() => dropOthers(folder, name)).catch(() => {})
    return files
  }
}

async function dropOthers(folder: string, name: string): Promise<void> {
  await Promise.all(
    globSync('phone-*', { cwd: folder })
      .filter(file => file !== name)
      .map(file => rm(join(folder, file), { force: true })),
  )
}
