import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readExercises } from '../../handouts/exercises.ts'
import { DECK } from '../scripts/smallDeck.ts'
import { tempFolder } from '../scripts/tempFiles.ts'

describe('the folder of the kit', () => {
  it('is no exercise', () => {
    const folder = tempFolder({ ...DECK, 'exercises/kit/guide.md': '# Guide' })
    expect(readExercises(join(folder, 'exercises')).map(it => it.slug)).toEqual(['01-bill'])
  })
})
