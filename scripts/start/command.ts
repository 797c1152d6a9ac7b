import process from 'node:process'
import { defineCommand } from 'citty'
import { root } from '../../src/cli/paths.ts'
import { startWait } from '../../src/cli/progress.ts'
import { TRACK_OPTION, trackFrom } from '../../src/cli/trackOption.ts'
import { formatTrack } from '../../src/deck/deck.ts'
import { keptDeck } from '../../src/deck/keptDeck.ts'
import { SWAP_OPTIONS, swapExercises } from '../../src/deck/swapOption.ts'
import { isLoopback, localUrl } from '../../src/room/address.ts'
import { pathOf } from '../../src/room/publicAddress.ts'
import { formatSession } from '../room/format.ts'
import { stageLinks, terminalQr } from '../room/links.ts'
import { exitGracefully, PUBLIC_OPTION, publicAddress, roomFromEnv } from '../roomFromEnv.ts'
import { openWindows, reportFaults } from './announce.ts'

const ALONE
  = '  Phones cannot reach this machine: connect it to a network and start again, or use --public.'

export const start = defineCommand({
  meta: {
    name: 'npm start --',
    description: 'Serves the deck and its room from one process. To see edits at once, use npm run dev instead.',
  },
  args: {
    port: { type: 'string', description: 'Port for everything, 0 for a free one (ROOM_PORT, 3131)' },
    session: { type: 'string', description: 'Name of the session to continue or begin (default)' },
    public: PUBLIC_OPTION,
    track: TRACK_OPTION,
    ...SWAP_OPTIONS,
    open: {
      type: 'boolean',
      default: true,
      description: 'Open presenter and slides in the browser',
      negativeDescription: 'Do not open a browser',
    },
  },
  async run({ args }) {
    const track = trackFrom(args.track)
    await swapExercises(root, args, track)
    const address = publicAddress(args.public)
    const roomRoot = pathOf(address)
    let wait: ReturnType<typeof startWait> | undefined
    const deck = await keptDeck({
      track,
      roomRoot,
      onBuild: () => wait = startWait('Building the deck, which is needed only after a change'),
    }).finally(() => wait?.stop())
    const room = await roomFromEnv({ port: args.port, session: args.session, public: address, deck })
    exitGracefully(room.close)

    // On this machine, the address that needs no network.
    const here = stageLinks(`${localUrl(room.host, room.port)}${roomRoot}deck`, room)
    const there = stageLinks(`${room.joinUrl}deck`, room)
    console.log([
      '',
      `  Presenter   ${here.presenter}`,
      `  Slides      ${here.slides}`,
      `  Moderate    ${here.moderate}`,
      `  Phones      ${room.joinUrl}`,
      `  Session     ${formatSession(room.session)}`,
      `  Track       ${await formatTrack(root, track)}`,
      '',
      ...isLoopback(room.joinUrl) ? [ALONE, ''] : elsewhere(there, room.joinUrl, address !== undefined),
      '  Press Ctrl+C to stop.',
      '',
    ].join('\n'))
    await reportFaults(room, track)
    if (args.open)
      await openWindows(here.presenter, here.slides)
  },
})

/** The links for other machines, each with the right that it needs, and codes for those that are phones. */
function elsewhere(links: ReturnType<typeof stageLinks>, joinUrl: string, isPublic: boolean): string[] {
  const { presenter, slides, moderate } = links
  return [
    isPublic ? '  For machines elsewhere:' : '  For other machines on this network:',
    '',
    `  Remote      ${presenter}`,
    `  Wall        ${slides}`,
    `  Follow      ${joinUrl}follow`,
    '',
    '  The presenter and remote links can do everything, so keep them to yourself. The wall link can only show. The',
    '  moderate link is for an assistant who sorts words and questions, the follow link for anybody not in the hall.',
    ...process.stdout.isTTY ? [...codeFor('The remote', presenter), ...codeFor('The moderate link', moderate)] : [],
    '',
  ]
}

/** A link as a code for a phone. */
function codeFor(name: string, link: string): string[] {
  return ['', `  ${name}, for your phone:`, '', ...terminalQr(link)]
}
