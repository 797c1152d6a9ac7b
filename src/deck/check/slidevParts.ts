import { existsSync, globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join, resolve } from 'node:path'

/** What a deck can be drawn with, by name; each with its file. */
export interface Parts {
  components: Map<string, string>
  layouts: Map<string, string>
  /** Sets of icons whose names may be tags, such as `carbon`. */
  icons: string[]
}

const { resolve: findFile } = createRequire(import.meta.url)

/**
 * Layouts and components as Slidev finds them: its own, those of theme and add-ons, those of the deck.
 *
 * @param root folder of the deck
 * @param headmatter of the deck, which names the theme
 */
export function readParts(root: string, headmatter: Record<string, unknown>): Parts {
  const client = packageFolder('@slidev/client') ?? ''
  const addons = [headmatter.addons ?? []].flat()
  const folders = [
    folderOf('theme', headmatter.theme ?? 'default', root),
    ...addons.map(addon => folderOf('addon', addon, root)),
    root,
  ].filter(text => text !== undefined)
  return {
    components: new Map(
      [...filesIn(join(client, 'builtin')), ...folders.flatMap(folder => filesIn(join(folder, 'components')))].map(
        item => [pascal(item.name), item.path],
      ),
    ),
    layouts: new Map(
      [client, ...folders].flatMap(folder => filesIn(join(folder, 'layouts'))).map(item => [item.name, item.path]),
    ),
    icons: globSync('*', { cwd: resolve(client, '../../@iconify-json') }),
  }
}

/** Folder of a theme or an add-on, in the spellings that Slidev allows; undefined for none. */
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
