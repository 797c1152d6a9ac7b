import type { Buffer } from 'node:buffer'
import type { AddressInfo } from 'node:net'
import type { Extent } from '../content/tracks.ts'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../cli/cli.ts'
import { inRoot, root } from '../cli/paths.ts'

export interface DeckServer {
  /** `http://localhost:PORT` */
  url: string
  /** Resolves to the exit code when the server ends by itself; never after `close`. */
  ended: Promise<number>
  close: () => Promise<void>
}

export interface DeckOptions {
  port: number
  /**
   * Folder of the deck.
   * @default the kit's own
   */
  folder?: string | undefined
  /** Address of the room, to which the deck forwards `/api`. */
  roomUrl?: string | undefined
  /** Which part of the deck; by default what `DECK_TRACK` says, or else everything. */
  track?: Extent | undefined
  /** Lines that Slidev prints after it is ready. */
  onLine?: ((line: string) => void) | undefined
}

/** Slidev's command. */
export const SLIDEV = inRoot('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs')
/** Imported into a child process with an IPC channel, it ends that one with this. */
export const END_WITH_PARENT = pathToFileURL(inRoot('scripts', 'endWithParent.mjs')).href
const START_TIMEOUT_MS = 120_000

/**
 * Starts Slidev's dev server on localhost. In a process of its own, so that a crash of one does not end the other.
 *
 * @throws {UsageError} when it does not come up
 */
export async function startDeck({ port, folder = root, roomUrl, track, onLine }: DeckOptions): Promise<DeckServer> {
  await checkFree(port)
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, SLIDEV, 'slides.md', '--port', String(port)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      ...(roomUrl && { ROOM_INTERNAL_URL: roomUrl }),
      ...(track && { DECK_TRACK: track }),
    },
  })
  const url = `http://localhost:${port}`
  let ready = false
  const startOutput: string[] = []
  const readOutput = (chunk: Buffer) =>
    chunk
      .toString()
      .split('\n')
      .filter(line => line.trim())
      .forEach(line => (ready ? onLine?.(line) : startOutput.push(line)))
  child.stdout?.on('data', readOutput)
  child.stderr?.on('data', readOutput)
  let closing = false
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const ended = new Promise<number>(resolve => child.once('exit', code => closing || resolve(code ?? 1)))
  const onExit = () => child.kill()
  process.once('exit', onExit)

  const close = async () => {
    process.off('exit', onExit)
    closing = true
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(force)
  }

  const deadline = Date.now() + START_TIMEOUT_MS
  while (!ready) {
    const answer = await Promise.race([
      fetch(url).then(
        response => response.ok,
        () => false,
      ),
      ended.then(() => 'ended' as const),
    ])
    if (answer === 'ended' || Date.now() > deadline) {
      await close()
      throw new UsageError(`The deck did not start: ${startOutput.slice(-5).join(' ').trim() || 'it said nothing'}`)
    }
    ready = answer
    if (!ready)
      await wait(100)
  }
  return { url, ended, close }
}

/** A free port. */
export async function freePort(): Promise<number> {
  return listenOnce(0)
}

/** Makes sure that a port is free: another program's answer on it would be taken for the deck's. */
async function checkFree(port: number): Promise<void> {
  await listenOnce(port).catch(() => {
    throw new UsageError(`Port ${port} is in use; stop the program that uses it, or choose another port with --port.`)
  })
}

async function listenOnce(wanted: number): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, 'localhost', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
