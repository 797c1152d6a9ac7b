import type { SiteModel } from './model.ts'
import { existsSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const FILE = 'LICENSE'
const COPY = 'LICENSE.txt'

/**
 * The licences that a site names at its foot: that of `package.json`, with the file that spells it out, and those of
 * the faces that the deck carries.
 *
 * @param root folder of the deck
 * @param out folder of the site, where the file goes
 */
export async function readLicences(root: string, out: string): Promise<SiteModel['licences']> {
  const packageFile = await readFile(join(root, 'package.json'), 'utf8').catch(() => '{}')
  const { license } = JSON.parse(packageFile) as { license?: string }
  const licences: SiteModel['licences'] = []
  if (license !== undefined && existsSync(join(root, FILE))) {
    await copyFile(join(root, FILE), join(out, COPY))
    const names = license.replaceAll(/[()]/g, '').replaceAll('AND', 'and').replaceAll('CC-BY-4.0', 'CC BY 4.0')
    licences.push({ name: names, of: 'Code and text', href: COPY })
  }
  const faces = { 'archivo.txt': 'Archivo', 'source-serif-4.txt': 'Source Serif 4' }
  for (const [file, name] of Object.entries(faces)) {
    if (existsSync(join(out, 'deck', 'licences', file)))
      licences.push({ name: 'SIL Open Font License', of: name, href: `deck/licences/${file}` })
  }
  return licences
}
