import type { ICruiseResult } from 'dependency-cruiser'
import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { defineCommand } from 'citty'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { main, UsageError } from '../src/cli/cli.ts'
import { inRoot } from '../src/cli/paths.ts'

const PAGE = 'docs/architecture.md'
const PLACE = /(?<=<!-- npm run map -->\n).*?(?=<!-- \/npm run map -->)/s
const CONFIG = inRoot('.dependency-cruiser.js')
const AT_ROOT = ['components', 'layouts', 'setup', 'scripts']
/** From so many imports on an arrow is thick. Exact numbers would change the picture with every other commit. */
const MANY_IMPORTS = 10

/** How many imports lead from one folder to another. */
type Imports = Record<string, Record<string, number>>

const folderOf = (path: string) => /^(?:src\/)?([^/.]+)\//.exec(path)?.[1] ?? ''

async function countImports(folders: string[]): Promise<Imports> {
  // Its configuration names files from here.
  process.chdir(inRoot())
  const tsConfig = extractTsConfig('tsconfig.json')
  const { output } = await cruise(['src', ...AT_ROOT], await extractOptions(CONFIG), undefined, { tsConfig })
  const imports: Imports = Object.fromEntries(folders.map(folder => [folder, {}]))
  for (const { source, dependencies } of (output as ICruiseResult).modules) {
    const from = folderOf(source)
    const counts = imports[from] ?? {}
    for (const to of dependencies.map(({ resolved }) => folderOf(resolved))) {
      if (to !== from && folders.includes(to))
        counts[to] = (counts[to] ?? 0) + 1
    }
  }
  return imports
}

/** All that some folders use, directly or by way of others. */
function reachedFrom(folders: string[], imports: Imports): Set<string> {
  const reached = new Set(folders.flatMap(folder => Object.keys(imports[folder] ?? {})))
  // A set goes on to what is added to it on the way.
  for (const folder of reached)
    Object.keys(imports[folder] ?? {}).forEach(next => reached.add(next))
  return reached
}

/** A Mermaid flowchart with a box a floor. An arrow that follows from others is left out. */
function drawMap(floors: string[][], imports: Imports): string {
  const boxes = floors.map((names, i) => `  subgraph floor${i}[" "]\n    ${names.join('\n    ')}\n  end`)
  const arrows = Object.entries(imports).flatMap(([from, counts]) => {
    const indirect = reachedFrom(Object.keys(counts), imports)
    const direct = Object.entries(counts).filter(([to]) => !indirect.has(to)).sort()
    return direct.map(([to, count]) => `  ${from} ${count < MANY_IMPORTS ? '-->' : '==>'} ${to}`)
  })
  return ['```mermaid', 'flowchart TB', ...boxes, ...arrows, '```', ''].join('\n')
}

await main(
  defineCommand({
    meta: { name: 'npm run map --', description: `Draws which folder imports which, from the sources, into ${PAGE}.` },
    args: { check: { type: 'boolean', description: 'Write nothing; fail if the picture there is out of date' } },
    async run({ args }) {
      const page = await readFile(inRoot(PAGE), 'utf8')
      if (!PLACE.test(page))
        throw new UsageError(`${PAGE} has no place for the picture; put back its two "npm run map" comments.`)
      const { FLOORS } = await import(pathToFileURL(CONFIG).href) as { FLOORS: string[][] }
      const floors = [AT_ROOT, ...FLOORS.toReversed()]
      const imports = await countImports(floors.flat())
      const drawn = page.replace(PLACE, () => drawMap(floors, imports))
      if (args.check && drawn !== page)
        throw new UsageError(`The picture in ${PAGE} is not of these sources; run npm run map.`)
      if (args.check)
        return
      await writeFile(inRoot(PAGE), drawn)
      console.table(imports)
      console.log(`Importing folders down, imported ones across. The picture is in ${PAGE}.`)
    },
  }),
)
