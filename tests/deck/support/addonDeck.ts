import type { RoomHandle } from '../../../src/room/server.ts'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, root } from '../../../src/cli/paths.ts'
import { LONGEST } from '../../../src/content/tracks.ts'
import { buildDeck } from '../../../src/deck/buildDeck.ts'
import { keptDeck } from '../../../src/deck/keptDeck.ts'
import { serveSite } from '../../../src/handouts/site.ts'
import { keptPhonePage } from '../../../src/phone/keptPhonePage.ts'
import { localUrl } from '../../../src/room/address.ts'
import { serveRoom } from '../../../src/room/server.ts'

export interface AddonDeck {
  room: RoomHandle
  /** Address of the deck. */
  url: string
  /** With the stage key. */
  presenter: string
  /** The same deck without a room, as a published site has it; closed with this one. */
  alone: () => Promise<string>
  close: () => Promise<void>
}

/**
 * A deck of its own that uses this kit as an addon, as adopters do, with a room beside it.
 *
 * @param slides the Markdown of the slides after the first, which has the headmatter
 * @param polls the polls file
 */
export async function startAddonDeck(slides: string, polls: string): Promise<AddonDeck> {
  // Inside this repository, so that its packages are found.
  mkdirSync(inRoot('dist'), { recursive: true })
  const folder = mkdtempSync(inRoot('dist', 'small-deck-'))
  for (const path of ['evidence', 'exercises/kit'])
    cpSync(inRoot(path), join(folder, path), { recursive: true })
  writeFileSync(join(folder, 'polls.yaml'), polls)
  writeFileSync(join(folder, 'slides.md'), `---
title: A small deck
theme: default
lang: en
htmlAttrs:
  lang: en
addons: [${JSON.stringify(root)}]
fonts:
  provider: none
  sans: Archivo Variable
  serif: Source Serif 4 Variable
canvasWidth: 980
transition: none
mcp: false
---

# A small deck

${slides}`)
  const closers: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })]
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse())
      await closeOne()
  }
  try {
    const deck = await keptDeck({ track: LONGEST, roomRoot: '/', folder, cache: join(folder, 'kept') })
    const room = await serveRoom({
      polls: join(folder, 'polls.yaml'),
      phoneFiles: keptPhonePage,
      deck,
      data: join(folder, '.room'),
      host: '127.0.0.1',
      port: 0,
      title: 'A small deck',
      reactions: true,
    })
    closers.push(room.close)
    const url = `${localUrl(room.host, room.port)}/deck`
    const presenter = `${url}/presenter/1#stage=${encodeURIComponent(room.stageKey)}`
    const alone = async () => {
      await buildDeck({ out: join(folder, 'site'), folder, env: {} })
      const site = await serveSite(join(folder, 'site'))
      closers.push(() => site.close())
      return site.url
    }
    return { room, url, presenter, alone, close }
  }
  catch (error) {
    await close()
    throw error
  }
}
