import { textKey, tidyText } from '../textKey.ts'

/** Texts as the room will keep them: tidied, empty ones and marks alone dropped, the first of equal ones kept. */
export function textsOf(written: string[]): string[] {
  const byKey = new Map<string, string>()
  for (const text of written.map(tidyText)) {
    const key = textKey(text)
    if (key !== '' && !byKey.has(key))
      byKey.set(key, text)
  }
  return [...byKey.values()]
}

/** How many characters still fit, said only when a text comes near its limit. */
export function sayRoomLeft(text: string, max: number): string {
  const left = max - text.length
  if (left > Math.max(10, max / 8))
    return ''
  return left === 1 ? '1 character left' : `${left} characters left`
}
