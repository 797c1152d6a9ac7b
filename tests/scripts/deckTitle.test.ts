import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deckTitle } from '../../scripts/room/deckTitle.ts'
import { tempFolder } from '../room/support/testRoom.ts'

describe('the title of a deck', () => {
  it.each([
    ['---\ntitle: Making sense\ntheme: default\n---\n\n# One', 'Making sense'],
    ['---\r\ntitle: "On: two lines"\r\n---\r\n', 'On: two lines'],
    ['---\ntitle: ""\n---\n', undefined],
    ['---\ntitle: 7\n---\n', undefined],
    ['---\ntitle: [\n---\n', undefined],
    ['# One\n\n---\ntitle: Two\n---\n', undefined],
    ['', undefined],
  ])('of %j is %s', (deck, title) => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'slides.md'), deck)
    expect(deckTitle(folder)).toBe(title)
  })

  it('is none where there is no deck', () => {
    expect(deckTitle(tempFolder())).toBeUndefined()
  })
})
