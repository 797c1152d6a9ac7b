import type { RoomHandle } from '../../../src/room/server.ts'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../../src/cli/paths.ts'
import { freePort, startDeck } from '../../../src/deck/deckServer.ts'
import { keptPhonePage } from '../../../src/phone/keptPhonePage.ts'
import { localUrl } from '../../../src/room/address.ts'
import { serveRoom } from '../../../src/room/server.ts'

/** What a deck takes from the kit as it is. */
const SHARED = ['components', 'evidence', 'exercises', 'node_modules', 'public', 'setup', 'src', 'styles']

export interface SmallKit {
  /** What the terminal says. */
  lines: string[]
  room: RoomHandle
  slides: string
  presenter: string
  /** Writes a file of the deck anew. */
  write: (file: string, text: string) => void
  stop: () => Promise<void>
}

/** Deck and room, as `npm start` runs them, of a few slides of our own: they may be edited, and compile quickly. */
export async function startSmallKit(files: Record<'slides.md' | 'polls.yaml', string>): Promise<SmallKit> {
  // Inside the kit, where its dev server may read.
  mkdirSync(inRoot('dist'), { recursive: true })
  const folder = mkdtempSync(inRoot('dist', 'small-'))
  const lines: string[] = []
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  SHARED.forEach(part => symlinkSync(inRoot(part), join(folder, part)))
  // Through a link, Vue would take a layout and its styles for two files.
  cpSync(inRoot('layouts'), join(folder, 'layouts'), { recursive: true })
  Object.entries(files).forEach(([file, text]) => write(file, text))

  const room = await serveRoom({
    polls: join(folder, 'polls.yaml'),
    phoneFiles: keptPhonePage,
    data: join(folder, 'room'),
    host: '127.0.0.1',
    port: 0,
    onNotice: sentence => lines.push(sentence),
  })
  const port = await freePort()
  const deck = await startDeck({
    port,
    folder,
    roomUrl: localUrl(room.host, room.port),
    onLine: line => lines.push(line),
  }).catch(async (error) => {
    await room.close()
    throw error
  })
  return {
    lines,
    room,
    slides: `${deck.url}/`,
    presenter: `${deck.url}/presenter/1#stage=${encodeURIComponent(room.stageKey)}`,
    write,
    async stop() {
      await deck.close()
      await room.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
