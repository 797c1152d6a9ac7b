import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Name of the service worker in a site: at the root, from where it may serve all of it. */
export const WORKER_FILE = 'worker.js'

/** Whether a folder may be replaced by a site: it is empty, or a site that was written before. */
export async function isReplaceable(folder: string): Promise<boolean> {
  const files: string[] = await readdir(folder).catch(() => [])
  return files.length === 0 || (files.includes('deck') && files.includes(WORKER_FILE))
    // A deck, as this command wrote it before it wrote sites.
    || (await readFile(join(folder, 'index.html'), 'utf8').catch(() => '')).includes('slidev:version')
}
