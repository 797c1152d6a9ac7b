import type { DeckFiles } from '../src/room/http/deckRoutes.ts'
import type { RoomHandle } from '../src/room/server.ts'
import process from 'node:process'
import { parsePort } from '../src/cli/cli.ts'
import { root } from '../src/cli/paths.ts'
import { keptPhonePage } from '../src/phone/keptPhonePage.ts'
import { readPublicAddress } from '../src/room/publicAddress.ts'
import { serveRoom } from '../src/room/server.ts'
import { dataFolder, pollsPath } from '../src/room/settings.ts'
import { deckReactions } from './room/deckReactions.ts'
import { deckTitle } from './room/deckTitle.ts'

export interface RoomFlags {
  port?: string | undefined
  /**
   * Name of the port's option in messages.
   *
   * @default '--port'
   */
  portFlag?: string
  session?: string | undefined
  /** The public address. */
  public?: string | undefined
  /** The built deck, where the room serves it. */
  deck?: DeckFiles
}

/**
 * Starts the room with the settings of the environment: `ROOM_PORT`, `ROOM_HOST`, `ROOM_DATA`, `ROOM_URL`,
 * `ROOM_SHORT`, `ROOM_STAGE_KEY`, `ROOM_POLLS`, `ROOM_TITLE`. Flags take precedence.
 */
export async function roomFromEnv(flags: RoomFlags): Promise<RoomHandle> {
  const { ROOM_PORT, ROOM_HOST, ROOM_SHORT, ROOM_STAGE_KEY, ROOM_TITLE } = process.env
  const port = parsePort(
    flags.port ?? ROOM_PORT,
    flags.port === undefined ? 'ROOM_PORT' : (flags.portFlag ?? '--port'),
    3131,
  )
  const title = ROOM_TITLE || deckTitle(root)
  return serveRoom({
    port,
    polls: pollsPath(),
    data: dataFolder(),
    phoneFiles: keptPhonePage,
    onNotice: sentence => console.log(`  ${sentence}`),
    moderateHtml: async () => (await import('../src/moderate/build.ts')).buildModeratePage(),
    reactions: deckReactions(root),
    ...(title && { title }),
    ...(ROOM_HOST && { host: ROOM_HOST }),
    url: publicAddress(flags.public),
    ...(ROOM_SHORT && { short: ROOM_SHORT }),
    ...(ROOM_STAGE_KEY && { stageKey: ROOM_STAGE_KEY }),
    ...(flags.deck && { deck: flags.deck }),
    ...(flags.session !== undefined && { session: flags.session }),
  })
}

/** What `--public` says of itself. */
export const PUBLIC_OPTION = {
  type: 'string',
  description: 'Address for phones, if a proxy or tunnel leads here, such as https://polls.example.org/ (ROOM_URL)',
} as const

/**
 * The public address: that of `--public`, or else of `ROOM_URL`; undefined where neither is given.
 *
 * @throws {import('../src/room/startError.ts').RoomStartError} for one that cannot work
 */
export function publicAddress(flag: string | undefined): string | undefined {
  const { ROOM_URL } = process.env
  if (flag !== undefined)
    return readPublicAddress(flag, '--public')
  return ROOM_URL ? readPublicAddress(ROOM_URL, 'ROOM_URL') : undefined
}

/** Calls `stop` once on SIGTERM or SIGINT and exits 0 after it. */
export function exitGracefully(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping)
      return
    stopping = true
    stop().then(() => process.exit(0), (error) => {
      console.error(error)
      process.exit(1)
    })
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
