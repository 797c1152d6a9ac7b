import type { RoomSnapshot } from '../src/polls/protocol.ts'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, portOf, UsageError } from '../src/cli/cli.ts'
import { createAudience } from '../src/rehearsal/audience.ts'
import { endInWords, statusKey, statusLine, warning } from '../src/rehearsal/inWords.ts'
import { createStatusDisplay } from '../src/rehearsal/statusDisplay.ts'
import { localUrl } from '../src/room/address.ts'

const SHOW_EVERY_MS = 200
const MOST_PEOPLE = 5000

await main(defineCommand({
  meta: { name: 'npm run rehearse --', description: 'Plays an audience against the room that is running, until Ctrl+C: people who come, think, vote, drop out and change their minds. Their ballots count in that room\'s session.' },
  args: {
    people: { type: 'string', description: 'How many come (60)' },
    url: { type: 'string', description: 'Address of the room (http://127.0.0.1:3131, or ROOM_HOST and ROOM_PORT)' },
    seed: { type: 'string', description: 'The same number brings the same people with the same answers' },
    pace: { type: 'string', description: 'How long people take: 0.5 for twice as fast (1)' },
  },
  async run({ args }) {
    const people = numberOf(args.people, '--people', 60, person => Number.isInteger(person) && person >= 1 && person <= MOST_PEOPLE, `a whole number from 1 to ${MOST_PEOPLE}`)
    const seed = numberOf(args.seed, '--seed', Math.floor(Math.random() * 1e6), value => Number.isSafeInteger(value) && value >= 0, 'a whole number')
    const pace = numberOf(args.pace, '--pace', 1, value => value >= 0.01 && value <= 100, 'a number from 0.01 to 100')
    const url = addressOf(args.url)
    const session = await sessionAt(url)

    console.log(
      `${people === 1 ? '1 person comes' : `${people} people come`} to ${url}, --seed ${seed}. Ctrl+C ends it.\n${warning(session)}`,
    )
    const audience = createAudience({ url, people, seed, pace })
    const display = createStatusDisplay()
    const timer = setInterval(() => {
      const counts = audience.counts()
      display.show(statusLine(counts), statusKey(counts))
    }, SHOW_EVERY_MS)
    await interrupted()

    clearInterval(timer)
    audience.close()
    const answers = await audience.look() > 0
    display.end()
    const account = audience.account()
    console.log(endInWords({ counts: audience.counts(), account, answers }).join('\n'))
    process.exit(account.lost > 0 ? 1 : 0)
  },
}))

/** Resolves at the first Ctrl+C; a second one ends the process as ever. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

function numberOf(
  text: string | undefined,
  name: string,
  fallback: number,
  fits: (value: number) => boolean,
  kind: string,
): number {
  if (text === undefined)
    return fallback
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!fits(value))
    throw new UsageError(`${name} is "${text}"; it must be ${kind}.`)
  return value
}

function addressOf(text: string | undefined): string {
  if (text === undefined)
    return localUrl(process.env.ROOM_HOST || '127.0.0.1', portOf(process.env.ROOM_PORT, 'ROOM_PORT', 3131))
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new UsageError(`--url is "${text}"; it must be the whole address of a room, such as http://127.0.0.1:3131.`)
  return new URL(text).origin
}

/** The session that is running there. */
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
