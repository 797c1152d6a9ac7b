import type { RoomSnapshot } from '../src/polls/protocol.ts'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, parsePort, UsageError } from '../src/cli/cli.ts'
import { createAudience } from '../src/rehearsal/audience.ts'
import { formatEnding, formatStatus, formatWarning, statusKey } from '../src/rehearsal/format.ts'
import { createStatusDisplay } from '../src/rehearsal/statusDisplay.ts'
import { localUrl } from '../src/room/address.ts'

const SHOW_EVERY_MS = 200
const MAX_PEOPLE = 5000

await main(defineCommand({
  meta: {
    name: 'npm run rehearse --',
    description: 'Plays an audience against the room that is running, until Ctrl+C: people who come, think, vote, '
      + 'drop out and change their minds. Their ballots count in that room\'s session.',
  },
  args: {
    people: { type: 'string', description: 'How many come (60)' },
    url: { type: 'string', description: 'Address of the room (http://127.0.0.1:3131, or ROOM_HOST and ROOM_PORT)' },
    seed: { type: 'string', description: 'The same number brings the same people with the same answers' },
    pace: { type: 'string', description: 'How long people take: 0.5 for twice as fast (1)' },
  },
  async run({ args }) {
    const people = parseNumber('--people', args.people, {
      fallback: 60,
      fits: value => Number.isInteger(value) && value >= 1 && value <= MAX_PEOPLE,
      kind: `a whole number from 1 to ${MAX_PEOPLE}`,
    })
    const seed = parseNumber('--seed', args.seed, {
      fallback: Math.floor(Math.random() * 1e6),
      fits: value => Number.isSafeInteger(value) && value >= 0,
      kind: 'a whole number',
    })
    const pace = parseNumber('--pace', args.pace, {
      fallback: 1,
      fits: value => value >= 0.01 && value <= 100,
      kind: 'a number from 0.01 to 100',
    })
    const url = parseAddress(args.url)
    const session = await sessionAt(url)

    const come = people === 1 ? '1 person comes' : `${people} people come`
    console.log(`${come} to ${url}, --seed ${seed}. Ctrl+C ends it.`)
    console.log(formatWarning(session))
    const audience = createAudience({ url, people, seed, pace })
    const display = createStatusDisplay()
    const timer = setInterval(() => {
      const counts = audience.counts()
      display.show(formatStatus(counts), statusKey(counts))
    }, SHOW_EVERY_MS)
    await interrupted()

    clearInterval(timer)
    audience.close()
    const isAnswering = await audience.verifyBallots() > 0
    display.end()
    const account = audience.account()
    console.log(formatEnding({ counts: audience.counts(), account, isAnswering }).join('\n'))
    process.exit(account.lost > 0 ? 1 : 0)
  },
}))

/** Resolves at the first Ctrl+C; a second one ends the process. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

interface NumberArgument {
  fallback: number
  fits: (value: number) => boolean
  /** The values that fit, in words, for the message. */
  kind: string
}

function parseNumber(name: string, text: string | undefined, { fallback, fits, kind }: NumberArgument): number {
  if (text === undefined)
    return fallback
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!fits(value))
    throw new UsageError(`${name} is "${text}"; it must be ${kind}.`)
  return value
}

function parseAddress(text: string | undefined): string {
  if (text === undefined)
    return localUrl(process.env.ROOM_HOST || '127.0.0.1', parsePort(process.env.ROOM_PORT, 'ROOM_PORT', 3131))
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new UsageError(`--url is "${text}"; it must be the whole address of a room, such as http://127.0.0.1:3131.`)
  const { origin, pathname } = new URL(text)
  return `${origin}${pathname.replace(/\/+$/, '')}`
}

/**
 * The name of the session that a room is running.
 *
 * @throws {UsageError} when no room answers
 */
async function sessionAt(url: string): Promise<string> {
  const room = (await fetch(`${url}/api/room`, { signal: AbortSignal.timeout(5000) })
    .then(
      response => response.json(),
      () => undefined,
    )
    .catch(() => undefined)) as Partial<RoomSnapshot> | undefined
  if (typeof room?.session !== 'string')
    throw new UsageError(`No room answers at ${url}; start one with npm start, or name another address with --url.`)
  return room.session
}
