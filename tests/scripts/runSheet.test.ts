import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { readDeck, slidesOf } from '../../src/deck/deck.ts'
import { runNode } from '../support/run.ts'

describe('npm run run-sheet', () => {
  it('writes a row for each slide of the track', async () => {
    const { code, stdout, stderr } = await runNode(['scripts/runSheet.ts', '--track', 'talk'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('dist/run-sheets/talk.md')
    const rows = [
      ...readFileSync(inRoot('dist', 'run-sheets', 'talk.md'), 'utf8').matchAll(
        /^\| [\d:]+ \| [\d.]+ \| (\d+) \| (.+?) \| /gm,
      ),
    ]
    const slides = slidesOf(await readDeck(root), 'talk')
    expect(rows.map(row => Number(row[1]))).toEqual(slides.map((_, i) => i + 1))
    expect(rows.filter(row => /<|Untitled/.test(row[2] ?? '')).map(row => row[0])).toEqual([])
  })

  it('refuses an unknown track', async () => {
    expect(await runNode(['scripts/runSheet.ts', '--track', 'long'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '--track is "long"; it must be one of talk, workshop, half-day.\n',
    })
  })
})
