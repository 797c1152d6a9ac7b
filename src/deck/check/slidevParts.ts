import { existsSync, globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join, resolve } from 'node:path'

/** The components and layouts of a deck: from the name to the path of the file. */
export interface Parts {
  components: Map<string, string>
  layouts: Map<string, string>
  /** Names of installed icon sets, such as `carbon`, whose icons can be used as tags. */
  icons: string[]
}

const { resolve: findFile } = createRequire(import.meta.url)

/**
 * Finds layouts and components as Slidev does: its own, those of the theme and the addons, and those of the deck.
 *
 * @param root folder of the deck
 * @param headmatter of the deck, which names theme and addons
 */
export function readParts(root: string, headmatter: Record<string, unknown>): Parts {
  const client = packageFolder('@slidev/client') ?? ''
  const addons = [headmatter.addons ?? []].flat()
  const folders = [
    folderOf('theme', headmatter.theme ?? 'default', root),
    ...addons.map(addon => folderOf('addon', addon, root)),
    root,
  ].filter(folder => folder !== undefined)
  return {
    components: new Map(
      [...filesIn(join(client, 'builtin')), ...folders.flatMap(folder => filesIn(join(folder, 'components')))].map(
        file => [pascal(file.name), file.path],
      ),
    ),
    layouts: new Map(
      [client, ...folders].flatMap(folder => filesIn(join(folder, 'layouts'))).map(file => [file.name, file.path]),
    ),
    icons: globSync('*', { cwd: resolve(client, '../../@iconify-json') }),
  }
}

/** Folder of a theme or an addon, which may be named in all ways that Slidev allows; undefined if there is none. */
function folderOf(kind: 'theme' | 'addon', name: unknown, root: string): string | undefined {
  if (typeof name !== 'string' || name === 'none')
    return
  if (name.startsWith('@/'))
    return join(root, name.slice(2))
  if (/^[./]/.test(name) || (!name.startsWith('@') && name.includes('/')))
    return resolve(root, name)
  return packageFolder(`@slidev/${kind}-${name}`) ?? packageFolder(`slidev-${kind}-${name}`) ?? packageFolder(name)
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(findFile(`${name}/package.json`))
  }
  catch {}
}

function filesIn(folder: string): { name: string, path: string }[] {
  if (!existsSync(folder))
    return []
  return globSync('**/*.{vue,md,js,mjs,ts,mts,jsx,tsx}', { cwd: folder }).map(file => ({
    name: basename(file, extname(file)),
    path: join(folder, file),
  }))
}

function pascal(name: string): string {
  return name.replace(/(?:^|[-_])(\w)/g, (_, letter: string) => letter.toUpperCase())
}
