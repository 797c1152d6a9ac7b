import type { DeckServer } from '../../../src/deck/deckServer.ts'
import type { RoomHandle } from '../../../src/room/server.ts'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, root } from '../../../src/cli/paths.ts'
import { freePort, startDeck } from '../../../src/deck/deckServer.ts'
import { keptPhonePage } from '../../../src/phone/keptPhonePage.ts'
import { serveRoom } from '../../../src/room/server.ts'

export interface SmallLiveDeck {
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
export async function startSmallDeck(slides: string, polls: string): Promise<SmallLiveDeck> {
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
  const room = await serveRoom({
    polls: join(folder, 'polls.yaml'),
    phoneFiles: keptPhonePage,
    data: join(folder, '.room'),
    host: '127.0.0.1',
    port: 0,
    title: 'A small deck',
    reactions: true,
  }).catch((error) => {
    rmSync(folder, { recursive: true, force: true })
    throw error
  })
  const decks: DeckServer[] = []
  const start = async (roomUrl?: string) => {
    const deck = await startDeck({ port: await freePort(), folder, roomUrl })
    decks.push(deck)
    return deck.url
  }
  const close = async () => {
    await Promise.all(decks.map(deck => deck.close()))
    await room.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const url = await start(`http://127.0.0.1:${room.port}`)
    const presenter = `${url}/presenter/1#stage=${encodeURIComponent(room.stageKey)}`
    return { room, url, presenter, alone: () => start(), close }
  }
  catch (error) {
    await close()
    throw error
  }
}
