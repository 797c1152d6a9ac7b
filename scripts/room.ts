import { defineCommand } from 'citty'
import { main } from './cli.ts'
import { exitGracefully, roomFromEnv } from './roomFromEnv.ts'

await main(defineCommand({
  meta: { name: 'npm run room --', description: 'The room server alone: phones join it, decks read it.' },
  args: {
    port: { type: 'string', description: 'Port for phones, 0 for a free one (ROOM_PORT, 3131)' },
    session: { type: 'string', description: 'Name of the session to continue or begin (default)' },
  },
  async run({ args }) {
    const room = await roomFromEnv({ port: args.port, session: args.session })
    exitGracefully(() => room.close())
    console.log(`room ready on http://${room.host}:${room.port}`)
  },
}))
