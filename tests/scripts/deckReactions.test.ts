import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deckReactions } from '../../scripts/room/deckReactions.ts'
import { root } from '../../src/cli/paths.ts'
import { tempFolder } from '../room/support/testRoom.ts'

describe('reactions in the headmatter of a deck', () => {
  it.each([
    ['---\ntitle: Making sense\n---\n', false],
    ['---\nreactions: true\n---\n', true],
    ['---\nreactions: on\n---\n', true],
    ['---\nreactions: false\n---\n', false],
    ['---\nreactions: 1\n---\n', false],
    ['---\nreactions: [\n---\n', false],
    ['---\n---\n\n---\nreactions: true\n---\n', false],
    ['', false],
  ])('%j: %s', (deck, areOn) => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'slides.md'), deck)
    expect(deckReactions(folder)).toBe(areOn)
  })

  it('are off where there is no deck, and in this one', () => {
    expect([tempFolder(), root].map(deckReactions)).toEqual([false, false])
  })
})
