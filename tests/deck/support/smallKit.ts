import type { RoomHandle, ServeRoomOptions } from '../../../src/room/server.ts'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../../src/cli/paths.ts'
import { LONGEST } from '../../../src/content/tracks.ts'
import { freePort, startDeck } from '../../../src/deck/deckServer.ts'
import { keptDeck } from '../../../src/deck/keptDeck.ts'
import { keptPhonePage } from '../../../src/phone/keptPhonePage.ts'
import { localUrl } from '../../../src/room/address.ts'
import { serveRoom } from '../../../src/room/server.ts'

/** What a deck takes from the kit as it is. */
const SHARED = ['components', 'evidence', 'exercises', 'node_modules', 'public', 'setup', 'src', 'styles']

export interface SmallKit {
  /** What the terminal says. */
  lines: string[]
  room: RoomHandle
  /** Address of the slides, which ends with a slash. */
  slides: string
  /** With the stage key. */
  presenter: string
  /** Writes a file of the deck anew. */
  write: (file: string, text: string) => void
  stop: () => Promise<void>
}

/** A few slides of our own, which build quickly, as the start command presents them. */
export async function startSmallKit(files: SmallFiles): Promise<SmallKit> {
  const { folder, write, remove } = smallFolder(files)
  const lines: string[] = []
  try {
    const deck = await keptDeck({ track: LONGEST, roomRoot: '/', folder, cache: join(folder, 'kept') })
    const room = await serveRoom({ ...roomOf(folder, lines), deck })
    const url = `${localUrl(room.host, room.port)}/deck/`
    return {
      ...linksTo(url, room),
      lines,
      write,
      async stop() {
        await room.close()
        remove()
      },
    }
  }
  catch (error) {
    remove()
    throw error
  }
}

/** The same as `npm run dev` runs it, where edits of slides show at once. */
export async function startSmallLiveKit(files: SmallFiles): Promise<SmallKit> {
  const { folder, write, remove } = smallFolder(files)
  const lines: string[] = []
  const room = await serveRoom(roomOf(folder, lines))
  const deck = await startDeck({
    port: await freePort(),
    folder,
    roomUrl: localUrl(room.host, room.port),
    onLine: line => lines.push(line),
  }).catch(async (error) => {
    await room.close()
    remove()
    throw error
  })
  return {
    ...linksTo(`${deck.url}/`, room),
    lines,
    write,
    async stop() {
      await deck.close()
      await room.close()
      remove()
    },
  }
}

type SmallFiles = Record<'slides.md' | 'polls.yaml', string>

function smallFolder(files: SmallFiles) {
  // Inside the kit, where its dev server may read.
  mkdirSync(inRoot('dist'), { recursive: true })
  const folder = mkdtempSync(inRoot('dist', 'small-'))
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  SHARED.forEach(part => symlinkSync(inRoot(part), join(folder, part)))
  // Through a link, Vue would take a layout and its styles for two files.
  cpSync(inRoot('layouts'), join(folder, 'layouts'), { recursive: true })
  Object.entries(files).forEach(([file, text]) => write(file, text))
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function roomOf(folder: string, lines: string[]): ServeRoomOptions {
  return {
    polls: join(folder, 'polls.yaml'),
    phoneFiles: keptPhonePage,
    data: join(folder, 'room'),
    host: '127.0.0.1',
    port: 0,
    onNotice: sentence => lines.push(sentence),
  }
}

function linksTo(url: string, room: RoomHandle) {
  return { room, slides: url, presenter: `${url}presenter/1#stage=${encodeURIComponent(room.stageKey)}` }
}
