import type { createServer, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PhoneFiles } from '../polls/phoneFiles.ts'
import type { SessionInfo, Store } from '../polls/store.ts'
import type { DeckFiles } from './http/deckRoutes.ts'
import type { RoomApp } from './http/middleware.ts'
import type { HtmlPage } from './http/phonePage.ts'
import type { Right } from './rights.ts'
import type { Room } from './room.ts'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { readPolls } from '../polls/pollsFile.ts'
import { joinUrl } from './address.ts'
import { createFaultReport } from './faultReport.ts'
import { createApp } from './http/app.ts'
import { createBoundedServer } from './http/boundedServer.ts'
import { createHtmlPage, createPhonePage } from './http/phonePage.ts'
import { watchPolls } from './pollsWatch.ts'
import { pathOf, readPublicAddress, readShortLink } from './publicAddress.ts'
import { createRoom } from './room.ts'
import { openSecrets } from './secrets.ts'
import { RoomStartError } from './startError.ts'
import { openSqliteStore } from './stores/sqlite.ts'

export interface ServeRoomOptions {
  /** Path of the polls file. */
  polls: string
  /** The built phone page, or a function that builds it once the other settings have been checked. */
  phoneFiles: PhoneFiles | (() => Promise<PhoneFiles>)
  /** The deck, where the room serves it, too. */
  deck?: DeckFiles
  /** Builds the page for moderators, once somebody asks for it. */
  moderateHtml?: () => Promise<string>
  /**
   * Folder of the database and the keys.
   * @default '.room'
   */
  data?: string
  /**
   * Address to listen on.
   *
   * @default '::', for IPv6 and IPv4; '0.0.0.0' where this machine has no IPv6
   */
  host?: string
  /**
   * 0 takes a free one.
   * @default 3131
   */
  port?: number
  /**
   * Name of the session that is continued or begun.
   * @default 'default'
   */
  session?: string
  /** What the talk is called; phones show it while they wait. */
  title?: string
  /**
   * Whether phones may react while nothing is asked.
   * @default false
   */
  reactions?: boolean
  /**
   * How often the number of connected phones is kept at most, in milliseconds.
   * @default 60000
   */
  attendanceEveryMs?: number
  /** Used instead of the stage key in the data folder. */
  stageKey?: string
  /**
   * Public address for the QR code, where it is not this machine's. With a path, everything is reached under that path,
   * whether a proxy passes it on or strips it.
   */
  url?: string | undefined
  /** A short link that leads there, for people who type; the wall shows it in place of the address. */
  short?: string | undefined
  onError?: (error: unknown) => void
  /** Told in one sentence what became of a change of the polls file; without it, the file is read at the start only. */
  onNotice?: ((sentence: string) => void) | undefined
}

export interface RoomHandle {
  /** Address that it listens on. */
  host: string
  port: number
  /** What the QR code encodes. */
  joinUrl: string
  stageKey: string
  /** The keys of all rights: that of the presenter is the stage key. */
  keys: Record<Right, string>
  /** As it was at the start; without `began` where it is a new one. */
  session: { name: string, began?: number, ballots: number }
  /** Closes polls that are open and not among `shown`, and returns their ids; ballots are kept. */
  closeUnseen: (shown: ReadonlySet<string>) => Promise<string[]>
  /** Finishes what was accepted, then closes streams, socket and store. */
  close: () => Promise<void>
}

/** Requests under way may take so long once the server closes. */
const CLOSE_WITHIN_MS = 2000

/**
 * Starts a room server and resolves once it accepts connections.
 *
 * @throws {RoomStartError | import('../polls/store.ts').StoreError | import('../content/yamlFile.ts').ContentError}
 * with one sentence
 */
export async function serveRoom(options: ServeRoomOptions): Promise<RoomHandle> {
  const {
    data = '.room',
    port = 3131,
    session = 'default',
    onError = createFaultReport(fault => console.error(fault)),
  } = options
  expectUsable(session, options.host)
  const { publicUrl, root, joinShort } = readAddresses(options)
  const polls = readPolls(options.polls)
  const secrets = openSecrets(data, options.stageKey)
  const store = openSqliteStore(join(data, 'room.sqlite'))
  let url = ''
  let [before, room]: [SessionInfo?, Room?] = []
  let server: Server
  try {
    const files = typeof options.phoneFiles === 'function' ? await options.phoneFiles() : options.phoneFiles
    before = (await store.sessions()).find(({ name }) => name === session)
    const { title, reactions = false, attendanceEveryMs } = options
    const run = { title, reactions, attendanceEveryMs, resumed: before?.ballots ?? 0 }
    room = await createRoom({ store, polls, session, joinUrl: () => url, joinShort, onError, ...run })
    server = createHttpServer(createApp({
      room,
      secrets,
      page: createPhonePage(files, root),
      moderatePage: once(options.moderateHtml),
      deck: options.deck,
      title,
      joinUrl: () => url,
      root,
      onError,
    }))
    await listen(server, options.host, port)
  }
  catch (error) {
    room?.close()
    await store.close()
    throw error
  }
  const bound = server.address() as AddressInfo
  // As it was given, which may be a name.
  const host = options.host ?? bound.address
  url = joinUrl(host, bound.port, publicUrl)

  const unwatch = options.onNotice && followPolls(options.polls, room, options.onNotice, onError)

  let closing: Promise<void> | undefined
  return {
    host,
    port: bound.port,
    joinUrl: url,
    stageKey: secrets.stageKey,
    keys: secrets.keys,
    session: before ?? { name: session, ballots: 0 },
    closeUnseen: room.closeUnseen,
    close: () => closing ??= closeAll(server, room, store, unwatch),
  }
}

function createHttpServer({ fetch }: RoomApp): Server {
  return createAdaptorServer({
    fetch,
    createServer: createBoundedServer as typeof createServer,
    // A phone that stalls half-way through a request loses its connection.
    serverOptions: { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 65_000, maxHeaderSize: 8192 },
  }) as Server
}

async function closeAll(server: Server, room: Room | undefined, store: Store, unwatch?: () => void): Promise<void> {
  const drained = new Promise<void>(resolve => server.close(() => resolve()))
  unwatch?.()
  room?.close()
  server.closeIdleConnections()
  // Keep-alive sockets close after the answer on its way; one that stays open may not keep the process alive.
  const deadline = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS)
  await drained
  clearTimeout(deadline)
  await store.close()
}

/** Keeps the room in step with its polls file; returns what ends it. */
function followPolls(
  path: string,
  room: Room,
  onNotice: (sentence: string) => void,
  onError: (error: unknown) => void,
): () => void {
  // Two saves in a row are taken over in their order.
  let last: Promise<void> = Promise.resolve()
  return watchPolls(path, {
    onPolls(polls) {
      last = last.then(() => room.takePolls(polls)).then(sentences => sentences.forEach(onNotice)).catch(onError)
    },
    onFault(why) {
      room.refuseFile(why)
      onNotice(why)
    },
  })
}

/** Builds a page at the first call; after a failure, at the next one again. */
function once(build: (() => Promise<string>) | undefined): (() => Promise<HtmlPage>) | undefined {
  let page: Promise<HtmlPage> | undefined
  return build && (() => {
    page ??= build().then(createHtmlPage)
    page.catch(() => page = undefined)
    return page
  })
}

/** @throws {RoomStartError} for a name or an address that cannot work */
function expectUsable(session: string, host: string | undefined): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(session)) {
    throw new RoomStartError(
      `"${session}" is not a valid session name; use up to 60 letters, digits, spaces, dots or hyphens.`,
    )
  }
  // No link has a place for the network card that such an address names.
  if (host?.includes('%')) {
    throw new RoomStartError(
      `ROOM_HOST is "${host}", an address for one network card that no link can name; use another, or :: for all.`,
    )
  }
}

/** @throws {RoomStartError} for an address that cannot work */
function readAddresses({ url, short }: ServeRoomOptions) {
  const publicUrl = url === undefined ? undefined : readPublicAddress(url, 'ROOM_URL')
  const joinShort = short === undefined ? undefined : readShortLink(short, 'ROOM_SHORT')
  return { publicUrl, root: pathOf(publicUrl), joinShort }
}

/** @param host undefined for all addresses of this machine: those of IPv6 too, where it has any */
function listen(server: Server, host: string | undefined, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new RoomStartError(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use; stop the program that uses it, or set ROOM_PORT to another port.`
        : `The room cannot listen on ${host ?? '::'}:${port} (${error.message}); set ROOM_HOST and ROOM_PORT.`,
    )))
    // Without a host, Node takes both families, and falls back to IPv4 where there is no other.
    server.listen({ ...host !== undefined && { host }, port, backlog: 4096 }, () => resolve())
  })
}
