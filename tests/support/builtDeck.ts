import { root } from '../../src/cli/paths.ts'
import { buildDeck } from '../../src/deck/buildDeck.ts'
import { deckHash } from '../../src/deck/deckHash.ts'
import { keptBuild } from './keptBuild.ts'

/**
 * The whole deck as it is presented without a room, notes included. All suites that look at a built deck share one
 * build, and a later run takes it too while nothing that the deck is made of has changed.
 *
 * @returns folder of the site
 * @throws {Error} with what the build complains about
 */
export async function builtDeck(): Promise<string> {
  return keptBuild('test-site', deckHash(root, 'all'), out => buildDeck({ out, env: { DECK_TRACK: 'all' } }))
}
