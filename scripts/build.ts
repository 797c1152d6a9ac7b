import { resolve } from 'node:path'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { root } from '../src/cli/paths.ts'
import { startWait } from '../src/cli/progress.ts'
import { TRACK_OPTION, trackFrom } from '../src/cli/trackOption.ts'
import { buildDeck } from '../src/deck/buildDeck.ts'
import { checkContent } from '../src/deck/check/index.ts'
import { SWAP_OPTIONS, swapExercises } from '../src/deck/swapOption.ts'
import { resultsFile } from '../src/room/resultsFile.ts'

await main(
  defineCommand({
    meta: { name: 'npm run build --', description: 'The deck as a static site, into dist/site/ or another folder.' },
    args: {
      'base': { type: 'string', default: '/', description: 'Path under which the site will be served' },
      'without-notes': { type: 'boolean', description: 'Leave the speaker notes out' },
      'out': { type: 'string', default: 'dist/site', description: 'Folder to write it into' },
      'track': TRACK_OPTION,
      ...SWAP_OPTIONS,
      'session': { type: 'string', description: 'Show the results of this session on its polls' },
    },
    async run({ args }) {
      const track = trackFrom(args.track)
      await swapExercises(root, args, track)
      // Slidev builds the site even when a file is missing; the check fails.
      const { faults } = await checkContent(root)
      if (faults.length > 0)
        throw new UsageError(faults.join('\n'))
      const results = args.session === undefined ? undefined : await resultsFile(args.session)
      const wait = startWait('Building the site')
      await buildDeck({
        out: resolve(root, args.out),
        base: args.base,
        withoutNotes: args['without-notes'],
        env: { DECK_TRACK: track, ...(results && { DECK_RESULTS: results }) },
      }).finally(wait.stop)
      const out = args.out.replace(/\/$/, '')
      console.log(`${out}/, for any web host. To look at it: npx vite preview --outDir ${out}`)
    },
  }),
)
