import type { CommandDef } from 'citty'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { inRoot } from '../src/cli/paths.ts'
import { dataFolder } from '../src/room/settings.ts'

/** Commands on stored sessions, each loaded only when it is called. */
const COMMANDS: Record<string, (name: string | undefined) => Promise<CommandDef>> = {
  list: () => import('./room/list.ts').then(({ list }) => list()),
  export: name => import('./room/export.ts').then(({ exportSession }) => exportSession(name)),
  forget: name => import('./room/forget.ts').then(({ forget }) => forget(name)),
}
/** Commands that take the name of a session. */
const TAKE_A_NAME = ['export', 'forget']

const server = defineCommand({
  meta: {
    name: 'npm run room --',
    description:
      'The room server alone: phones join it, decks read it. '
      + 'Or, with a word: list the sessions that are kept, export NAME, forget NAME.',
  },
  args: {
    port: { type: 'string', description: 'Port for phones, 0 for a free one (ROOM_PORT, 3131)' },
    session: { type: 'string', description: 'Name of the session to continue or begin (default)' },
    public: { type: 'string', description: 'Address that phones use, where a proxy or a tunnel leads here (ROOM_URL)' },
  },
  async run({ args }) {
    // With cached compiled code a room that restarts in the middle of a talk takes only two thirds of the time.
    enableCompileCache(inRoot('node_modules', '.cache', 'compiled'))
    const { exitGracefully, roomFromEnv } = await import('./roomFromEnv.ts')
    const { formatReady } = await import('./room/format.ts')
    const room = await roomFromEnv({ port: args.port, session: args.session, public: args.public })
    exitGracefully(() => room.close())
    console.log(
      formatReady(room, process.env.ROOM_STAGE_KEY ? 'from ROOM_STAGE_KEY' : join(dataFolder(), 'stage-key')),
    )
    flushCompileCache()
  },
})

/**
 * Takes the command and the name of its session out of `argv`, so that citty gets only options. It would mistake the
 * value in `--session Tuesday` for a command.
 */
function takeCommand(argv: string[]): { word?: string, name?: string } {
  const [word] = argv.slice(2)
  if (word === undefined || word.startsWith('-'))
    return {}
  argv.splice(2, 1)
  // The name of a session never begins with a dash.
  const nameIndex = TAKE_A_NAME.includes(word)
    ? argv.findIndex((arg, i) => i >= 2 && !arg.startsWith('-') && argv[i - 1] !== '--out')
    : -1
  const [name] = nameIndex < 0 ? [] : argv.splice(nameIndex, 1)
  return { word, ...(name !== undefined && { name }) }
}

const { word, name } = takeCommand(process.argv)
const command = word !== undefined && Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
const unknownCommand = defineCommand({
  run() {
    throw new UsageError(
      `npm run room -- ${word} is not a command; leave the word out to start the room, `
      + `or use one of ${Object.keys(COMMANDS).join(', ')}.`,
    )
  },
})

await main(word === undefined ? server as unknown as CommandDef : await command?.(name) ?? unknownCommand as CommandDef)
