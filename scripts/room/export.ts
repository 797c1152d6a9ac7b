import type { CommandDef } from 'citty'
import { resolve } from 'node:path'
import { defineCommand } from 'citty'
import { UsageError } from '../../src/cli/cli.ts'
import { formatPath, inRoot } from '../../src/cli/paths.ts'
import { writeAside } from '../../src/cli/writeAside.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { collectResults, toCsv } from '../../src/room/results.ts'
import { withSession } from '../../src/room/sessions.ts'
import { pollsPath } from '../../src/room/settings.ts'
import { formatBallotCount } from './format.ts'

/** Where exports go without `--out`. */
const FOLDER = 'dist/sessions'

export function exportSession(name: string | undefined): CommandDef {
  const command = defineCommand({
    meta: { name: 'npm run room -- export', description: 'Writes what a session brought to a file.' },
    args: {
      name: { type: 'positional', required: false, description: 'The session, as list names it' },
      csv: { type: 'boolean', description: 'One row a ballot' },
      json: { type: 'boolean', description: 'Tallies and ballots, unless the file is named .csv' },
      out: { type: 'string', description: `File to write (${FOLDER}/NAME.json)` },
    },
    run({ args }) {
      if (args.csv && args.json)
        throw new UsageError('--csv and --json are two files; run the command once for each.')
      if (args.out === '')
        throw new UsageError('--out is empty; name the file to write.')
      const isCsv = args.csv || (!args.json && /\.csv$/i.test(args.out ?? ''))
      return withSession(name, async (session, store) => {
        const file = args.out ? resolve(args.out) : inRoot(FOLDER, `${session.name}.${isCsv ? 'csv' : 'json'}`)
        const results = await collectResults(store, readPolls(pollsPath()), session.name)
        await writeAside(file, isCsv ? toCsv(results) : `${JSON.stringify(results, null, 2)}\n`)
        console.log(`${formatBallotCount(results.ballots.length)} of "${session.name}" in ${formatPath(file)}`)
      })
    },
  })
  return command as unknown as CommandDef
}
