import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { inRoot } from '../../../src/cli/paths.ts'

/**
 * Modules as a script whose functions are global in a page.
 *
 * @param paths in `src/`, of all that one of them imports, too
 */
export function pageScript(...paths: string[]): string {
  return paths
    .map(path => readFileSync(inRoot('src', path), 'utf8'))
    .map(source => stripTypeScriptTypes(source).replace(/^(?:export |import .*$)/gm, ''))
    .join('\n')
}
