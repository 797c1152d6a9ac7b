import type { Random } from '../random.ts'
import { textKey } from '../textKey.ts'
import { QUESTIONS, WORDS } from './inventedTexts.ts'

type Spelling = (text: string) => string

/** The same word from another thumb, the first way most often. */
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

/** One of the texts, the earlier ones of the list likelier. */
function drawn(random: Random, list: readonly string[], spellings: Spelling[]): string {
  const text = list[random.weighted(list.map((_, i) => 1 / (i + 2)))] ?? ''
  return spellings[random.weighted(SPELLING_WEIGHTS.slice(0, spellings.length))]?.(text) ?? text
}

export const oneQuestion = (random: Random): string => drawn(random, QUESTIONS, QUESTION_SPELLINGS)

/** Up to `count` words, none of them the same as another in other letters. */
export function severalWords(random: Random, count: number): string[] {
  const words = Array.from({ length: count }, () => drawn(random, WORDS, WORD_SPELLINGS))
  return [...new Map(words.map(text => [textKey(text), text])).values()]
}
