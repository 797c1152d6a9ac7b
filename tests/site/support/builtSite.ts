import { join } from 'node:path'
import { inRoot, root } from '../../../src/cli/paths.ts'
import { deckHash } from '../../../src/deck/deckHash.ts'
import { readShownPolls } from '../../../src/deck/shownPolls.ts'
import { readPolls } from '../../../src/polls/pollsFile.ts'
import { joinRoom, startRoom } from '../../room/support/testRoom.ts'
import { keptBuild } from '../../support/keptBuild.ts'
import { runNode } from '../../support/run.ts'

/** Where the site of the tests stands. */
export const BASE = '/some/base/'
export const ORIGIN = 'https://talk.example'
export const SESSION = 'Tuesday'
/** The shortest: a site of it has everything that a longer one has, and is built sooner. */
export const TRACK = 'talk'

/** The site of the talk as `npm run build` makes it, with the votes of a session and without PDFs. */
export async function builtSite(): Promise<string> {
  return keptBuild('test-whole-site', deckHash(root, TRACK), async (out) => {
    const data = await holdSession()
    const { code, stdout, stderr } = await runNode(
      [
        'scripts/build.ts',
        ...['--track', TRACK, '--base', BASE, '--url', ORIGIN, '--session', SESSION, '--out', out, '--no-handouts'],
      ],
      { ROOM_DATA: data },
    )
    if (code !== 0)
      throw new Error(`npm run build ended with ${code}: ${stderr.trim() || stdout.trim()}`)
  })
}

/** The first poll of the talk in which people choose, on which all of the session voted for the second option. */
export async function votedPoll() {
  const shown = await readShownPolls(root, TRACK)
  const poll = readPolls(inRoot('polls.yaml')).find(poll => poll.kind === 'choice' && shown.has(poll.id))
  if (poll?.kind !== 'choice' || !poll.options[1])
    throw new Error('The talk has no poll with options, which these tests need.')
  return { poll, chosen: poll.options[1] }
}

export const VOTERS = 7

/** @returns folder of the room's data */
async function holdSession(): Promise<string> {
  const { poll, chosen } = await votedPoll()
  const room = await startRoom({ polls: inRoot('polls.yaml'), session: SESSION }, () => {})
  await room.act(poll.id, 'open')
  for (let i = 0; i < VOTERS; i++)
    await (await joinRoom(room.url)).vote(poll.id, [chosen.id])
  await room.act(poll.id, 'close')
  await room.close()
  return join(room.folder, 'room')
}
