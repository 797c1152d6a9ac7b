import type { Random } from '../random.ts'
import { textKey } from '../textKey.ts'
import { QUESTIONS, WORDS } from './inventedTexts.ts'

type Spelling = (text: string) => string

/** Ways in which different people spell the same word, the most frequent first. */
const WORD_SPELLINGS: Spelling[] = [
  text => text,
  text => text.slice(0, 1).toUpperCase() + text.slice(1),
  text => text.toUpperCase(),
  text => `${text}!`,
]
const QUESTION_SPELLINGS: Spelling[] = [
  text => text,
  text => text.slice(0, 1).toLowerCase() + text.slice(1),
  text => text.replace(/\?$/, ''),
]
const SPELLING_WEIGHTS = [6, 3, 1, 0.5]

/** A random text of the list in a random spelling; the earlier ones of both are more likely. */
function drawText(random: Random, list: readonly string[], spellings: Spelling[]): string {
  const text = list[random.weighted(list.map((_, i) => 1 / (i + 2)))] ?? ''
  return spellings[random.weighted(SPELLING_WEIGHTS.slice(0, spellings.length))]?.(text) ?? text
}

/** A question as somebody in the audience might write it. */
export const drawQuestion = (random: Random): string => drawText(random, QUESTIONS, QUESTION_SPELLINGS)

/** Up to `count` words, no two of which the room would count as the same. */
export function drawWords(random: Random, count: number): string[] {
  const words = Array.from({ length: count }, () => drawText(random, WORDS, WORD_SPELLINGS))
  return [...new Map(words.map(text => [textKey(text), text])).values()]
}
