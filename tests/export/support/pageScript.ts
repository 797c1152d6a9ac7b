import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { inRoot } from '../../../src/cli/paths.ts'

/** Modules of `src/export/page/`, that import nothing, as a script whose functions are global in a page. */
export function pageScript(...names: string[]): string {
  return names
    .map(name => readFileSync(inRoot('src', 'export', 'page', `${name}.ts`), 'utf8'))
    .map(source => stripTypeScriptTypes(source).replace(/^export /gm, ''))
    .join('\n')
}
