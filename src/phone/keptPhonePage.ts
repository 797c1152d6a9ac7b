import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot, root } from '../cli/paths.ts'
import { writeAside } from '../cli/writeAside.ts'

/**
 * Everything that the page may be built from. A file too many costs a needless build; one that is missing here would
 * keep an outdated page.
 */
const SOURCES = ['package-lock.json', 'src/{content,composables,phone,polls}/**/*', 'styles/**/*']
const FOLDER = inRoot('node_modules', '.cache', 'room')

/**
 * The phone page as it was built last, where nothing has changed since; else it is built and kept. A room that has to
 * start again in the middle of a talk is back seconds sooner without a build.
 *
 * @param folder where it is kept
 */
export async function keptPhonePage(folder = FOLDER): Promise<string> {
  const name = `phone-${await fingerprint()}.html`
  try {
    return await readFile(join(folder, name), 'utf8')
  }
  catch {
    const { buildPhonePage } = await import('./build.ts')
    const page = await buildPhonePage()
    // Where nothing can be written, it is built each time.
    await writeAside(join(folder, name), page).then(() => dropOthers(folder, name)).catch(() => {})
    return page
  }
}

async function dropOthers(folder: string, name: string): Promise<void> {
  await Promise.all(
    globSync('phone-*.html', { cwd: folder })
      .filter(file => file !== name)
      .map(file => rm(join(folder, file), { force: true })),
  )
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => join(file.parentPath, file.name))
    .sort()
  for (const file of files)
    hash.update(`${file}\0`).update(await readFile(file)).update('\0')
  return hash.digest('hex').slice(0, 16)
}
