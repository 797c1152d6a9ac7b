import { spawn } from 'node:child_process'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, UsageError } from './cli.ts'
import { checkContent } from './content.ts'
import { inRoot, root } from './paths.ts'
import { TRACK_OPTION, trackFrom } from './trackOption.ts'

await main(defineCommand({
  meta: { name: 'npm run build --', description: 'The deck as a static site, into dist/site/.' },
  args: {
    'base': { type: 'string', default: '/', description: 'Path under which the site will be served' },
    'without-notes': { type: 'boolean', description: 'Leave the speaker notes out' },
    'track': TRACK_OPTION,
  },
  async run({ args }) {
    const track = trackFrom(args.track).id
    // Slidev builds on past a missing file; the check does not.
    const { faults } = await checkContent(root)
    if (faults.length > 0)
      throw new UsageError(faults.join('\n'))
    const flags = ['--out', 'dist/site', '--base', args.base, ...(args['without-notes'] ? ['--without-notes'] : [])]
    const child = spawn(process.execPath, [inRoot('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'), 'build', 'slides.md', ...flags], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production', DECK_TRACK: track },
    })
    const code = await new Promise<number | null>(resolve => child.once('exit', resolve))
    if (code !== 0)
      throw new UsageError('The site was not built; see the lines above.')
    console.log('dist/site/')
  },
}))
