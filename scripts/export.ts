import { resolve } from 'node:path'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { formatDuration, formatWritten } from '../src/cli/formatWritten.ts'
import { formatPath, root } from '../src/cli/paths.ts'
import { startProgress } from '../src/cli/progress.ts'
import { TRACK_OPTION, trackFrom } from '../src/cli/trackOption.ts'
import { assertContent } from '../src/deck/check/assertContent.ts'
import { SWAP_OPTIONS, swapExercises } from '../src/deck/swapOption.ts'
import { FORMATS, parseFormats } from '../src/export/formats.ts'
import { resultsFile } from '../src/room/resultsFile.ts'

const FOLDER = 'dist/export'
/** One for each format, and those of building, drawing, taking pictures and writing. */
const STEPS = Object.keys(FORMATS).length + 4

await main(defineCommand({
  meta: {
    name: 'npm run export --',
    description: `Writes the deck as files into ${FOLDER}/: ${Object.values(FORMATS).join(', ')}. Each slide is `
      + 'shown as it is after its last click.',
  },
  args: {
    'format': {
      type: 'string',
      description: `Files to write, with commas between them: ${Object.keys(FORMATS).join(',')} (all)`,
    },
    'track': TRACK_OPTION,
    'range': { type: 'string', description: 'Only these slides of the track, such as 1,4-6' },
    'with-clicks': { type: 'boolean', description: 'One page for each click, except in the notes' },
    'dark': { type: 'boolean', description: 'Use dark colours, except in the notes' },
    'session': { type: 'string', description: 'Show the results of this session on its polls' },
    ...SWAP_OPTIONS,
    'out': { type: 'string', default: FOLDER, description: 'Folder to write to' },
  },
  async run({ args }) {
    const formats = parseFormats(args.format)
    const track = trackFrom(args.track)
    if (args.out === '')
      throw new UsageError('--out is empty; name the folder to write to.')
    const results = args.session === undefined ? undefined : await resultsFile(args.session)
    await swapExercises(root, args, track)
    // What a slide lacks would be missing in the files too.
    await assertContent(root)
    const start = performance.now()
    const progress = startProgress(STEPS, 'reading the deck')
    try {
      // What draws and prints takes a moment to load.
      const { exportDeck } = await import('../src/export/exportDeck.ts')
      const out = resolve(root, args.out)
      const exported = await exportDeck({
        formats,
        track,
        range: args.range,
        withClicks: args['with-clicks'] ?? false,
        dark: args.dark ?? false,
        results,
        out,
        onStep: progress.step,
      })
      progress.stop()
      for (const { file, bytes, pages } of exported) {
        const contents = { count: pages, of: file.endsWith('.pdf') ? 'page' : 'slide' }
        console.log(formatWritten(`${formatPath(out)}/${file}`, bytes, contents))
      }
      console.log(formatDuration(start))
    }
    finally {
      progress.stop()
    }
  },
}))
