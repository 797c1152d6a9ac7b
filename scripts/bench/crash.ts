import { spawn } from 'node:child_process'
import process from 'node:process'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot, root } from '../../src/cli/paths.ts'

/** Within this time after the room is ready again, the last phone must be connected. */
const MAX_RECONNECT_MS = 5000

/** The line of JSON that the rehearsal prints. */
interface Outcome {
  people: number
  kills: number
  acknowledged: number
  inFlight: number
  retried: number
  backMs: number
}

/** Runs the rehearsal of the test suite in full size and by itself. */
export const crash = defineCommand({
  meta: {
    name: 'npm run bench -- crash',
    description: 'A room killed ten times under 500 voters: ballots lost, and how long until the last phone is back.',
  },
  args: {
    people: { type: 'string', default: '500', description: 'Voters' },
    kills: { type: 'string', default: '10', description: 'Times that the room is killed' },
  },
  async run({ args }) {
    console.log(`${args.people} voters, ${args.kills} kills; about a minute…`)
    const { code, text } = await rehearse({ REHEARSAL_PEOPLE: args.people, REHEARSAL_KILLS: args.kills })
    const line = /^\{"people".*\}$/m.exec(text)?.[0]
    if (code !== 0 || line === undefined)
      throw new UsageError(`The rehearsal did not come through:\n${text.trim()}`)
    const { people, kills, acknowledged, inFlight, retried, backMs } = JSON.parse(line) as Outcome
    console.log([
      `${people} voters, ${kills} kills: ${acknowledged} acknowledged ballots, none lost, no count went back.`,
      `${inFlight} ballots were on their way when the room died; ${retried} requests had to be sent again.`,
      `The last phone was back ${backMs} ms after the room, of ${MAX_RECONNECT_MS} allowed.`,
    ].join('\n'))
    if (inFlight === 0)
      throw new UsageError('No ballot was on its way at any kill, so this showed nothing; run it again.')
    if (backMs > MAX_RECONNECT_MS)
      throw new UsageError('That is too slow.')
  },
})

function rehearse(env: Record<string, string>): Promise<{ code: number | null, text: string }> {
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(
    process.execPath,
    [vitest, 'run', 'tests/rehearsal/rehearsal.crash.test.ts', '--disable-console-intercept'],
    { cwd: root, env: { ...process.env, ...env, NO_COLOR: '1' } },
  )
  let text = ''
  child.stdout.on('data', chunk => text += chunk)
  child.stderr.on('data', chunk => text += chunk)
  return new Promise(resolve => child.on('close', code => resolve({ code, text })))
}
