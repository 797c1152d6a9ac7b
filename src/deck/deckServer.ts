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
  /** Settles with the exit code when the server ends by itself, and never after `close`. */
  ended: Promise<number>
  close: () => Promise<void>
}

export interface DeckOptions {
  port: number
  /** Address under which this machine reaches the room, for the deck's `/api`. */
  roomUrl?: string | undefined
  /** How much of the deck; `DECK_TRACK` by default, and without it everything. */
  track?: Extent | undefined
  /** Lines that Slidev prints after it is ready. */
  onLine?: ((line: string) => void) | undefined
}

const SLIDEV = inRoot('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs')
const END_WITH_PARENT = pathToFileURL(inRoot('scripts', 'endWithParent.mjs')).href
const PATIENCE_MS = 120_000

/**
 * Starts Slidev's dev server on localhost, in a process of its own so that neither can take the other down.
 *
 * @throws {UsageError} when it does not come up
 */
export async function startDeck({ port, roomUrl, track, onLine }: DeckOptions): Promise<DeckServer> {
  await checkFree(port)
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, SLIDEV, 'slides.md', '--port', String(port)], {
    cwd: root,
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
  const early: string[] = []
  const hear = (chunk: Buffer) =>
    chunk
      .toString()
      .split('\n')
      .filter(line => line.trim())
      .forEach(line => (ready ? onLine?.(line) : early.push(line)))
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
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

  const deadline = Date.now() + PATIENCE_MS
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
      throw new UsageError(`The deck did not start: ${early.slice(-5).join(' ').trim() || 'it said nothing'}`)
    }
    ready = answer
    if (!ready)
      await wait(100)
  }
  return { url, ended, close }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  return listenOnce(0)
}

/** Otherwise another program's answer on that port would pass for the deck's. */
async function checkFree(port: number): Promise<void> {
  await listenOnce(port).catch(() => {
    throw new UsageError(`Port ${port} is in use; stop the program there or choose another with --port.`)
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
