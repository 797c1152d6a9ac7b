import type { DeckFiles } from '../../../src/room/http/deckRoutes.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A word that stands in a note and nowhere else. */
export const NOTE = 'whispered'

/** A built deck of one page and a script, in a folder. */
export function testDeck(folder: string): DeckFiles {
  const site = join(folder, 'deck')
  const files = {
    'index.html': '<!doctype html><title>Deck</title>',
    'assets/index-abc123.js': `console.log(${JSON.stringify('slide '.repeat(400))})`,
    'picture.png': 'PNG',
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(site, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    if (!name.endsWith('.png'))
      writeFileSync(`${path}.gz`, gzipSync(text))
  }
  const notes = join(folder, 'notes.json')
  writeFileSync(notes, JSON.stringify([`<p>${NOTE}</p>`]))
  return { site, notes }
}
