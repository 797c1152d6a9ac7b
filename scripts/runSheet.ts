import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import { main } from '../src/cli/cli.ts'
import { inRoot, root } from '../src/cli/paths.ts'
import { namedTrack } from '../src/cli/trackOption.ts'
import { readExercises } from '../src/content/exercises.ts'
import { readLedger } from '../src/content/ledger.ts'
import { LONGEST, TRACK_IDS, TRACKS } from '../src/content/tracks.ts'
import { readDeck, slidesOf } from '../src/deck/deck.ts'
import { runSheetRow } from '../src/deck/runSheetRow.ts'
import { formatRunSheet, formatRunSheetOutline } from '../src/deck/runSheetText.ts'
import { SWAP_OPTIONS, swapExercises } from '../src/deck/swapOption.ts'
import { readPolls } from '../src/polls/pollsFile.ts'

const FOLDER = 'dist/run-sheets'

await main(
  defineCommand({
    meta: {
      name: 'npm run run-sheet --',
      description: `What happens when, slide by slide, from the deck's own minutes; into ${FOLDER}/.`,
    },
    args: {
      track: { type: 'string', description: `One of ${TRACK_IDS.join(', ')} (all of them)` },
      ...SWAP_OPTIONS,
    },
    async run({ args }) {
      const tracks = args.track === undefined ? TRACKS : [namedTrack(args.track, '--track')]
      if (args.track !== undefined || args.with !== undefined || args.without !== undefined)
        await swapExercises(root, args, args.track === undefined ? LONGEST : namedTrack(args.track, '--track').id)
      const content = {
        figures: readLedger(inRoot('evidence')).figures,
        polls: readPolls(inRoot('polls.yaml')),
        exercises: readExercises(inRoot('exercises')),
      }
      const deck = await readDeck(root)
      await mkdir(inRoot(FOLDER), { recursive: true })
      for (const track of tracks) {
        const sheet = {
          title: deck.title,
          track,
          slides: slidesOf(deck, track.id).map(item => runSheetRow(item, content)),
        }
        await writeFile(join(inRoot(FOLDER), `${track.id}.md`), formatRunSheet(sheet))
        console.log(`${formatRunSheetOutline(sheet)}\n  ${FOLDER}/${track.id}.md\n`)
      }
    },
  }),
)
