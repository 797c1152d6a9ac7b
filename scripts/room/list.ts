import type { CommandDef } from 'citty'
import { defineCommand } from 'citty'
import { withSessions } from '../../src/room/sessions.ts'
import { formatSessionTable } from './format.ts'

export const list = (): CommandDef => defineCommand({
  meta: { name: 'npm run room -- list', description: 'The sessions that are kept: name, when begun, ballots.' },
  args: {},
  run: () => withSessions(async (sessions) => {
    console.log(sessions.length > 0 ? formatSessionTable(sessions) : 'No session has been held yet.')
  }),
})
