import type { DeckServer } from '../src/deck/deckServer.ts'
import process from 'node:process'
import { defineCommand } from 'citty'
import open from 'open'
import { main, parsePort } from '../src/cli/cli.ts'
import { root } from '../src/cli/paths.ts'
import { TRACK_OPTION, trackFrom } from '../src/cli/trackOption.ts'
import { formatTrack } from '../src/deck/deck.ts'
import { freePort, startDeck } from '../src/deck/deckServer.ts'
import { isLoopback, localUrl } from '../src/room/address.ts'
import { formatSession } from './room/format.ts'
import { exitGracefully, roomFromEnv } from './roomFromEnv.ts'

const DECK_PORT = 3030

await main(
  defineCommand({
    meta: { name: 'npm start --', description: 'The deck with live edit and the room beside it.' },
    args: {
      'port': { type: 'string', description: 'Port of the deck on this machine, 0 for a free one (3030)' },
      'room-port': { type: 'string', description: 'Port for phones, 0 for a free one (ROOM_PORT, 3131)' },
      'session': { type: 'string', description: 'Name of the session to continue or begin (default)' },
      'track': TRACK_OPTION,
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

      const presenter = `${deck.url}/presenter/1#stage=${encodeURIComponent(room.stageKey)}`
      console.log(
        [
          '',
          `  Presenter   ${presenter}`,
          `  Slides      ${deck.url}/`,
          `  Handouts    ${deck.url}/handouts`,
          `  Phones      ${room.joinUrl}`,
          `  Session     ${formatSession(room.session)}`,
          `  Track       ${await formatTrack(root, track)}`,
          '',
          '  The presenter link carries the stage key: open it on this machine, show it to nobody. Ctrl+C ends.',
          ...(isLoopback(room.joinUrl)
            ? [
                '  Phones cannot reach this address: '
                + 'connect this machine to a network and start again, or set ROOM_URL.',
              ]
            : []),
          '',
        ].join('\n'),
      )
      if (args.open && process.stdout.isTTY) {
        // The presenter first: its link stores the stage key, which the slides window of the same browser uses too.
        await open(presenter)
          .then(() => open(`${deck.url}/`))
          .catch(() => console.log('  No browser could be opened; use the links above.'))
      }

      void deck.ended.then(async (code) => {
        await room.close()
        if (code !== 0)
          console.error(`The deck ended with code ${code}; see its last lines above and start again.`)
        process.exit(code)
      })
    },
  }),
)
