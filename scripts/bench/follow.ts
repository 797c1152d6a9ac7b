import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot, root } from '../../src/cli/paths.ts'
import { startProgress } from '../../src/cli/progress.ts'
import { freePort } from '../../src/deck/deckServer.ts'
import { FOLLOW_EVENTS_PATH, SYNC_PATH } from '../../src/polls/protocol.ts'
import { median } from './handouts/timing.ts'

/** Slides that the presenter goes through. */
const CHANGES = 20
/** As many as a room takes. */
const MAX_PEOPLE = 2000
/** They come so many at a time. */
const BATCH = 50
/** What has not arrived by then is lost. */
const PATIENCE_MS = 20_000

/** Somebody who follows the talk from elsewhere. */
interface Follower {
  /** When each change arrived, by its number, in ms of `performance.now()`. */
  arrived: Map<number, number>
  isOpen: () => boolean
  close: () => void
}

/** A room that runs as a process of its own. */
interface Room {
  url: string
  key: string
  /** Memory that it holds, MB; undefined where the system does not tell. */
  memory: () => number | undefined
  stop: () => Promise<unknown>
}

export const follow = defineCommand({
  meta: {
    name: 'npm run bench -- follow',
    description: 'A remote audience on one room: its memory, and how soon all of them hear of the next slide.',
  },
  args: { people: { type: 'string', default: '500', description: 'Followers' } },
  async run({ args }) {
    const people = Number(args.people)
    if (!Number.isInteger(people) || people < 1 || people > MAX_PEOPLE)
      throw new UsageError(`--people is "${args.people}"; it must be a whole number from 1 to ${MAX_PEOPLE}.`)
    const data = mkdtempSync(join(tmpdir(), 'bench-follow-'))
    const progress = startProgress(3, 'starting the room')
    const room = await startRoom(data)
    const followers: Follower[] = []
    try {
      const before = room.memory()
      progress.step('one follower')
      followers.push(await openFollower(room.url))
      // Once before it counts: what runs for the first time is slow.
      await changeSlides(room, followers, 0)
      const alone = await changeSlides(room, followers, CHANGES)
      progress.step(`${people} followers`)
      while (followers.length < people) {
        const next = Array.from({ length: Math.min(BATCH, people - followers.length) }, () => openFollower(room.url))
        followers.push(...await Promise.all(next))
      }
      const crowd = await changeSlides(room, followers, 2 * CHANGES)
      progress.stop()
      console.log(formatDelays(alone, crowd, people, [before, room.memory()]))
      const dropped = followers.filter(follower => !follower.isOpen()).length
      if (dropped > 0)
        throw new UsageError(`${dropped} of ${people} followers were dropped.`)
      console.log('None was dropped.')
    }
    finally {
      progress.stop()
      followers.forEach(follower => follower.close())
      await room.stop()
      rmSync(data, { recursive: true, force: true })
    }
  },
})

async function startRoom(data: string): Promise<Room> {
  const port = await freePort()
  const child = spawn(process.execPath, [inRoot('scripts', 'start.ts'), '--port', String(port), '--no-open'], {
    cwd: root,
    env: { ...process.env, ROOM_URL: undefined, ROOM_HOST: '127.0.0.1', ROOM_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  for await (const line of createInterface(child.stdout)) {
    if (/^\s+Phones\s/.test(line))
      break
  }
  return {
    url: `http://127.0.0.1:${port}`,
    key: readFileSync(join(data, 'stage-key'), 'utf8').trim(),
    memory() {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024
      }
      catch {
        return undefined
      }
    },
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Loads the page and follows its stream, as far as the first state. */
async function openFollower(url: string): Promise<Follower> {
  await (await fetch(`${url}/follow`)).text()
  const arrived = new Map<number, number>()
  const request = get(`${url}${FOLLOW_EVENTS_PATH}`, { agent: false })
  let [isOpen, text] = [true, '']
  const first = new Promise<void>((resolve, reject) => {
    request.once('error', reject).once('response', (response) => {
      response.setEncoding('utf8').on('data', (part: string) => {
        const frames = (text + part).split('\n\n')
        text = frames.pop() ?? ''
        for (const frame of frames) {
          const page = /^event: sync\ndata: .*"page":(\d+)/.exec(frame)?.[1]
          if (page !== undefined)
            arrived.set(Number(page), performance.now())
          else if (frame.startsWith('event: stage'))
            resolve()
        }
      })
      response.once('close', () => isOpen = false)
    })
  })
  await first
  return { arrived, isOpen: () => isOpen, close: () => request.destroy() }
}

/**
 * Goes from slide to slide.
 *
 * @param after number of the slide before the first of them
 * @returns milliseconds from each change to its arrival, of all followers
 */
async function changeSlides({ url, key }: Room, followers: Follower[], after: number): Promise<number[]> {
  const delays: number[] = []
  for (let page = after + 1; page <= after + CHANGES; page++) {
    const sent = performance.now()
    const { status } = await fetch(`${url}${SYNC_PATH}`, {
      method: 'POST',
      headers: { 'Authorization': `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ channel: 'deck', from: 'bench', n: page, now: Date.now(), patch: { page, clicks: 0 } }),
    })
    if (status !== 204)
      throw new UsageError(`The room answered ${status} to a change of the slide.`)
    while (followers.some(({ arrived }) => !arrived.has(page))) {
      if (performance.now() - sent > PATIENCE_MS)
        throw new UsageError(`Slide ${page} did not reach everybody within ${PATIENCE_MS / 1000} s.`)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    delays.push(...followers.map(({ arrived }) => (arrived.get(page) ?? Number.NaN) - sent))
  }
  return delays
}

function formatDelays(
  alone: number[],
  crowd: number[],
  people: number,
  [before, after]: [number | undefined, number | undefined],
): string {
  const percentile = (all: number[], share: number) =>
    all.toSorted((a, b) => a - b)[Math.ceil(all.length * share) - 1] ?? Number.NaN
  const row = (name: string, ...cells: string[]) => name.padEnd(26) + cells.map(cell => cell.padStart(14)).join('')
  const times = (of: (all: number[]) => number) =>
    [of(alone), of(crowd)].map(value => `${value.toFixed(1)} ms`).concat((of(crowd) / of(alone)).toFixed(1))
  const megabytes = (mb: number) => `${mb.toFixed(0)} MB`
  return [
    row('', 'one follower', `${people} of them`, 'ratio'),
    row('until it hears, median', ...times(median)),
    row('99 of 100', ...times(all => percentile(all, 0.99))),
    ...before && after
      ? [row('memory before, and with', ...[before, after].map(megabytes), (after / before).toFixed(1))]
      : [],
  ].join('\n')
}
