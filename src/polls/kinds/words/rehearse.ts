import type { KindRehearsal } from '../faces.ts'
import type { WordsAnswer, WordsPoll } from './answer.ts'
import { drawWords } from '../../entries/writing.ts'

export const wordsRehearsal: KindRehearsal<WordsPoll, WordsAnswer> = {
  medianMs: 12_000,
  maxTurns: 3,
  staysShare: 0,
  buildsOnBefore: false,
  draw: ({ max }, { random }) => () => drawWords(random, 1 + random.weighted([5, 3, 2, 1, 1].slice(0, max))),
  questionKey: ({ id }) => id,
}
