import type { CommandDef } from 'citty'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { withSession } from '../../src/room/sessions.ts'
import { formatSession } from './format.ts'

export function forget(name: string | undefined): CommandDef {
  const command = defineCommand({
    meta: { name: 'npm run room -- forget', description: 'Erases one session with all its ballots, for good.' },
    args: {
      name: { type: 'positional', required: false, description: 'The session, as list names it' },
      yes: { type: 'boolean', description: 'Do not ask' },
    },
    run: ({ args }) => withSession(name, async (session, store) => {
      if (!args.yes && !await confirm(`Erase ${formatSession(session)}? It cannot be undone. [y/N] `)) {
        console.log('Nothing was erased.')
        return
      }
      await store.forget(session.name)
      console.log(`Erased: ${formatSession(session)}.`)
    }),
  })
  return command as unknown as CommandDef
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError('There is no terminal to ask whether to erase it; add --yes if you mean it.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await new Promise<string>((resolve) => {
    // Ctrl+C and Ctrl+D close the terminal's line, and mean no.
    terminal.once('close', () => resolve('\n'))
    terminal.question(question, resolve)
  })
  if (answer === '\n')
    console.log()
  terminal.close()
  return /^y(?:es)?$/i.test(answer.trim())
}
