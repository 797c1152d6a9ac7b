import type { Random } from './random.ts'
import { textKey } from '../../room/textKey.ts'

/** The same word from another thumb. */
const SPELLINGS: ((text: string) => string)[] = [
  text => text,
  text => text.slice(0, 1).toUpperCase() + text.slice(1),
  text => text.toUpperCase(),
  text => `${text}!`,
]

/** One text, the earlier ones of the list likelier; in a spelling of one's own. */
export function oneText(random: Random, list: readonly string[]): string {
  const text = list[random.weighted(list.map((_, i) => 1 / (i + 2)))] ?? ''
  return SPELLINGS[random.weighted([6, 3, 1, 0.5])]?.(text) ?? text
}

/** Up to `count` texts, none of them the same as another in other letters. */
export function severalTexts(random: Random, list: readonly string[], count: number): string[] {
  const texts = Array.from({ length: count }, () => oneText(random, list))
  return [...new Map(texts.map(text => [textKey(text), text])).values()]
}
