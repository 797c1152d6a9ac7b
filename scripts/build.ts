import type { Extent } from '../src/content/tracks.ts'
import type { SiteAddress } from '../src/site/address.ts'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { inRoot, root } from '../src/cli/paths.ts'
import { startWait } from '../src/cli/progress.ts'
import { TRACK_OPTION, trackFrom } from '../src/cli/trackOption.ts'
import { readExercises } from '../src/content/exercises.ts'
import { assertContent } from '../src/deck/check/assertContent.ts'
import { SWAP_OPTIONS, swapExercises } from '../src/deck/swapOption.ts'
import { oneAtATime } from '../src/handouts/oneAtATime.ts'
import { OUT as HANDOUTS } from '../src/handouts/outFolder.ts'
import { resultsFile } from '../src/room/resultsFile.ts'
import { siteAddress } from '../src/site/address.ts'
import { listPapers, publicJobs } from '../src/site/papers.ts'
import { isReplaceable, replaceFolder } from '../src/site/siteFolder.ts'

// It was an option before it became the rule.
const OLD_OPTION = '--without-notes'
if (process.argv.includes(OLD_OPTION)) {
  process.argv = process.argv.filter(arg => arg !== OLD_OPTION)
  console.error(`Notes are now left out by default, so ${OLD_OPTION} is no longer needed; --with-notes keeps them.`)
}

await main(
  defineCommand({
    meta: {
      name: 'npm run build --',
      description: 'Writes a site of the talk, for any web host, into dist/site/: landing page, slides, reader view '
        + 'for phones, sources and handouts.',
    },
    args: {
      'base': { type: 'string', description: 'Path at which the site will be served, such as /talks/deepseek/ (/)' },
      'url': {
        type: 'string',
        description: 'Full address of the site, which link previews need, such as https://example.org/talk/',
      },
      'out': { type: 'string', default: 'dist/site', description: 'Folder to write to' },
      'with-notes': { type: 'boolean', description: 'Keep the speaker notes and the presenter view' },
      'handouts': {
        type: 'boolean',
        default: true,
        description: 'Print the handouts for participants and link to them',
        negativeDescription: 'Leave out the handouts, which take some minutes to print the first time',
      },
      'track': TRACK_OPTION,
      ...SWAP_OPTIONS,
      'session': { type: 'string', description: 'Show the results of this session on its polls' },
    },
    async run({ args }) {
      const address = siteAddress(args)
      const track = trackFrom(args.track)
      await swapExercises(root, args, track)
      if (args.out === '')
        throw new UsageError('--out has no folder; say which one to write to.')
      const out = resolve(root, args.out)
      if ((await stat(out).catch(() => undefined))?.isDirectory() === false)
        throw new UsageError(`${args.out} is a file, and a folder is to be written there; name another one with --out.`)
      if (!await isReplaceable(out))
        throw new UsageError(`${args.out} holds something other than a site; name another folder with --out.`)
      // Slidev builds the site even when a file is missing; the check fails.
      await assertContent(root)
      const session = args.session === undefined
        ? undefined
        : { name: args.session, file: await resultsFile(args.session) }
      const papers = args.handouts ? await printPapers(track) : undefined
      const { writeSite } = await import('../src/site/writeSite.ts')
      const wait = startWait('Building the site')
      const withNotes = args['with-notes'] ?? false
      await replaceFolder(out, part => writeSite({ root, out: part, address, track, withNotes, session, papers }))
        .finally(wait.stop)
      console.log(formatDone(args.out.replace(/\/$/, ''), address))
    },
  }),
)

/** Prints the public handouts that have changed. */
async function printPapers(track: Extent) {
  // Chromium's driver and Vite take a second to load, which help and refusals need not wait for.
  const { makeHandouts } = await import('../src/handouts/make.ts')
  const exercises = readExercises(inRoot('exercises'))
  const jobs = publicJobs(exercises)
  const made = await oneAtATime(() => makeHandouts(jobs, track))
  return { list: listPapers(exercises, jobs, made), folder: HANDOUTS }
}

function formatDone(out: string, { base, origin }: SiteAddress): string {
  const look = `npx vite preview --outDir ${out}${base === '/' ? '' : ` --base ${base}`}`
  return [
    `The site is in ${out}/, ready to be served ${base === '/' ? 'at the root of a host' : `under ${base}`}.`,
    `To look at it first: ${look}`,
    ...origin === undefined
      ? ['Link previews show their picture only if the site knows its full address; give it with --url https://…']
      : [],
  ].join('\n')
}
