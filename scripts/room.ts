import type { CommandDef } from 'citty'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { inRoot } from '../src/cli/paths.ts'
import { dataFolder } from '../src/room/settings.ts'

/** What can be done with sessions that are kept; each loads only what it needs. */
const WORDS: Record<string, (name: string | undefined) => Promise<CommandDef>> = {
  list: () => import('./room/list.ts').then(result => result.list()),
  export: name => import('./room/export.ts').then(result => result.exportSession(name)),
  forget: name => import('./room/forget.ts').then(result => result.forget(name)),
}
const WITH_NAME = ['export', 'forget']

const server = defineCommand({
  meta: {
    name: 'npm run room --',
    description:
      'The room server alone: phones join it, decks read it. Or, with a word: list the sessions that are kept, export NAME, forget NAME.',
  },
  args: {
    port: { type: 'string', description: 'Port for phones, 0 for a free one (ROOM_PORT, 3131)' },
    session: { type: 'string', description: 'Name of the session to continue or begin (default)' },
  },
  async run({ args }) {
    // A room that has to start again in mid-talk is back a third sooner with its code compiled.
    enableCompileCache(inRoot('node_modules', '.cache', 'room'))
    const { exitGracefully, roomFromEnv } = await import('./roomFromEnv.ts')
    const { formatReady } = await import('./room/format.ts')
    const room = await roomFromEnv({ port: args.port, session: args.session })
    exitGracefully(() => room.close())
    console.log(
      formatReady(room, process.env.ROOM_STAGE_KEY ? 'from ROOM_STAGE_KEY' : join(dataFolder(), 'stage-key')),
    )
    flushCompileCache()
  },
})

/** The word comes first and is taken off with its name: what is left are options. */
function takeWord(argv: string[]): { word?: string, name?: string } {
  const [word] = argv.slice(2)
  if (word === undefined || word.startsWith('-'))
    return {}
  argv.splice(2, 1)
  // No session's name begins with a dash.
  const at = WITH_NAME.includes(word)
    ? argv.findIndex((text, i) => i >= 2 && !text.startsWith('-') && argv[i - 1] !== '--out')
    : -1
  const [name] = at < 0 ? [] : argv.splice(at, 1)
  return { word, ...(name !== undefined && { name }) }
}

const { word, name } = takeWord(process.argv)
const named = word !== undefined && Object.hasOwn(WORDS, word) ? WORDS[word] : undefined
const stranger = defineCommand({
  run() {
    throw new UsageError(
      `npm run room -- ${word} is nothing that can be done; without a word the room starts, with one: ${Object.keys(WORDS).join(', ')}.`,
    )
  },
})

await main(word === undefined ? server as unknown as CommandDef : await named?.(name) ?? stranger as CommandDef)
