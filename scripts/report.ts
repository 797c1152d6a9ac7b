import type { Store } from '../src/polls/store.ts'
import type { ComparisonReport, SessionReport } from '../src/report/model.ts'
import type { ReadSession } from '../src/report/readSession.ts'
import { resolve } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { formatDuration, formatWritten } from '../src/cli/formatWritten.ts'
import { formatPath, inRoot, root } from '../src/cli/paths.ts'
import { startProgress } from '../src/cli/progress.ts'
import { readPolls } from '../src/polls/pollsFile.ts'
import { readSession } from '../src/report/readSession.ts'
import { namedSession, withSessions } from '../src/room/sessions.ts'
import { pollsPath } from '../src/room/settings.ts'

const FOLDER = 'dist/report'
const MOST_SESSIONS = 2

// Names of sessions are taken out of the arguments, because `main` accepts only options.
const isName = (arg: string, i: number, all: string[]): boolean =>
  i >= 2 && !arg.startsWith('-') && all[i - 1] !== '--out'
const names = process.argv.filter(isName)
process.argv = process.argv.filter((...arg) => !isName(...arg))

await main(defineCommand({
  meta: {
    name: 'npm run report --',
    description: 'Reports what the room said in a session: report.html, report.pdf, results.csv and results.json, in '
      + `${FOLDER}/NAME. Give the name of the session first; two names set two sessions side by side. Nobody can be `
      + 'picked out of a report; for every single ballot, use npm run room -- export.',
  },
  args: {
    out: { type: 'string', description: `Folder to write to (${FOLDER}/NAME)` },
    pdf: {
      type: 'boolean',
      default: true,
      description: 'Print it as a PDF too',
      negativeDescription: 'Leave out the PDF, which needs Chromium',
    },
  },
  async run({ args }) {
    if (args.out === '')
      throw new UsageError('--out is empty; name the folder to write to.')
    if (names.length > MOST_SESSIONS)
      throw new UsageError(`A report sets at most ${MOST_SESSIONS} sessions side by side; you named ${names.length}.`)
    if (names.length === MOST_SESSIONS && names[0] === names[1])
      throw new UsageError(`"${names[0]}" is named twice; name two sessions, or one.`)
    await write(await readSessions(), args)
  },
}))

async function readSessions(): Promise<[ReadSession, ReadSession?]> {
  const polls = readPolls(pollsPath())
  return withSessions(async (sessions, store) => {
    const [first, second] = [names[0], ...names.slice(1)].map(name => namedSession(sessions, name))
    // Whoever has a session has a store.
    const read = (session: typeof first) => readSession(store as Store, polls, session as NonNullable<typeof first>)
    return second ? [await read(first), await read(second)] : [await read(first)]
  })
}

/** What draws and prints takes seconds to load, so it is loaded once there is something to draw. */
async function write(sessions: [ReadSession, ReadSession?], args: { out?: string | undefined, pdf: boolean }) {
  const start = performance.now()
  const progress = startProgress(args.pdf ? 3 : 2, 'working out the figures')
  try {
    const { folderName, writeReport } = await import('../src/report/write.ts')
    const { report, author } = await buildReport(sessions)
    const folder = args.out ? resolve(args.out) : inRoot(FOLDER, folderName(names))
    const written = await writeReport(report, { folder, pdf: args.pdf, author, onStep: progress.step })
    progress.stop()
    for (const { file, bytes, pages } of written) {
      const contents = pages === undefined ? undefined : { count: pages, of: 'page' }
      console.log(formatWritten(`${formatPath(folder)}/${file}`, bytes, contents))
    }
    console.log(formatDuration(start))
  }
  finally {
    progress.stop()
  }
}

/** The report, with what the deck has on the polls. */
async function buildReport(
  [one, other]: [ReadSession, ReadSession?],
): Promise<{ report: SessionReport | ComparisonReport, author: string }> {
  const { readDeck } = await import('../src/deck/deck.ts')
  const { readContentIndex } = await import('../src/deck/check/contentIndex.ts')
  const { pollEvidence } = await import('../src/deck/pollEvidence.ts')
  const { reportComparison } = await import('../src/report/comparison.ts')
  const { reportSession } = await import('../src/report/session.ts')
  const deck = await readDeck(root)
  const facts = {
    title: process.env.ROOM_TITLE || deck.title,
    evidence: pollEvidence(deck.slides, readContentIndex(root, deck.headmatter)),
  }
  return {
    report: other ? reportComparison(one, other, facts) : reportSession(one, facts),
    author: String(deck.headmatter.author ?? ''),
  }
}
