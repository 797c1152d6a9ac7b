import type { DeckServer } from '../src/deck/deckServer.ts'
import type { StageLinks } from './room/links.ts'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, parsePort } from '../src/cli/cli.ts'
import { root } from '../src/cli/paths.ts'
import { TRACK_OPTION, trackFrom } from '../src/cli/trackOption.ts'
import { formatTrack } from '../src/deck/deck.ts'
import { freePort, startDeck } from '../src/deck/deckServer.ts'
import { SWAP_OPTIONS, swapExercises } from '../src/deck/swapOption.ts'
import { isLoopback, localUrl } from '../src/room/address.ts'
import { formatSession } from './room/format.ts'
import { stageLinks, terminalQr } from './room/links.ts'
import { exitGracefully, roomFromEnv } from './roomFromEnv.ts'
import { openWindows, reportFaults } from './start/announce.ts'

const DECK_PORT = 3030

await main(
  defineCommand({
    meta: { name: 'npm run dev --', description: 'The deck with live edit, on this machine, and the room beside it.' },
    args: {
      'port': { type: 'string', description: 'Port of the deck on this machine, 0 for a free one (3030)' },
      'room-port': { type: 'string', description: 'Port for phones, 0 for a free one (ROOM_PORT, 3131)' },
      'session': { type: 'string', description: 'Name of the session to continue or begin (default)' },
      'track': TRACK_OPTION,
      ...SWAP_OPTIONS,
      'open': {
        type: 'boolean',
        default: true,
        description: 'Open presenter and slides in the browser',
        negativeDescription: 'Do not open a browser',
      },
    },
    async run({ args }) {
      const wanted = parsePort(args.port, '--port', DECK_PORT)
      const track = trackFrom(args.track)
      await swapExercises(root, args, track)
      console.log('Starting the room and the deck…')
      const room = await roomFromEnv({ port: args['room-port'], portFlag: '--room-port', session: args.session })
      let deck: DeckServer | undefined
      exitGracefully(async () => {
        await deck?.close()
        await room.close()
      })
      const roomUrl = localUrl(room.host, room.port)
      deck = await startDeck({
        port: wanted || (await freePort()),
        roomUrl,
        track,
        onLine: line => console.log(line),
      }).catch(async (error) => {
        await room.close()
        throw error
      })

      const links = stageLinks(deck.url, room)
      console.log(
        [
          '',
          `  Presenter   ${links.presenter}`,
          `  Slides      ${links.slides}`,
          `  Moderate    ${links.moderate}`,
          `  Handouts    ${deck.url}/handouts`,
          `  Phones      ${room.joinUrl}`,
          `  Session     ${formatSession(room.session)}`,
          `  Track       ${await formatTrack(root, track)}`,
          '',
          ...adviceFor(room.joinUrl, links),
          '',
        ].join('\n'),
      )
      await reportFaults(room, track)
      if (args.open)
        await openWindows(links.presenter, `${deck.url}/`)

      void deck.ended.then(async (code) => {
        await room.close()
        if (code !== 0)
          console.error(`The deck ended with code ${code}; see its last lines above and start again.`)
        process.exit(code)
      })
    },
  }),
)

/** What to know of the links, below them. */
function adviceFor(joinUrl: string, { moderate }: StageLinks): string[] {
  return [
    '  The presenter link may do everything: open it on this machine and show it to nobody. The slides link can only',
    '  show, in any browser on this machine. The moderate link is for an assistant who sorts words and questions.',
    '  Ctrl+C ends it all.',
    ...isLoopback(joinUrl)
      ? ['  Phones cannot reach this address: connect this machine to a network and start again, or set ROOM_URL.']
      : [],
    ...process.stdout.isTTY ? ['', '  The moderate link, for a phone:', '', ...terminalQr(moderate)] : [],
  ]
}
