import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildScript } from '../cli/scriptBuild.ts'
import { sha256 } from '../cli/treeHash.ts'

/** What a visit does not need at once: papers are kept when somebody opens them, the card is for other sites. */
const LEFT_OUT = /\.pdf$|^card\.png$|^404\.html$|^\.nojekyll$|^LICENSE\.txt$|\/live-poll\.png$|^worker\.js$/
/** Vite names these by what is in them. */
const NAMED_BY_CONTENT = /-[\w-]{8}\.\w+$/

/**
 * The service worker of a site, with which it works without a network after the first visit. Workbox does all of it;
 * here its script is bundled and given the list of files.
 *
 * @param folder of the site, complete
 * @returns the script
 */
export async function buildServiceWorker(folder: string): Promise<string> {
  return buildScript(fileURLToPath(new URL('./worker/worker.ts', import.meta.url)), {
    'SITE_FILES': JSON.stringify(listFiles(folder)),
    // Vite leaves this in the code of a library, and a worker has no `process`.
    'process.env.NODE_ENV': '"production"',
  })
}

/** All files that are kept for a visit without a network, each with a hash where its name has none. */
export function listFiles(folder: string): { url: string, revision: string | null }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => !LEFT_OUT.test(file) && existsSync(join(folder, file)) && statSync(join(folder, file)).isFile())
    .sort()
    .map(url => ({
      url,
      revision: /\/assets\//.test(url) && NAMED_BY_CONTENT.test(url)
        ? null
        : sha256(readFileSync(join(folder, url))).slice(0, 16),
    }))
}
