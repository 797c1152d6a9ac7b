import { FORMS } from '../phoneWords.ts'
import { tidyText } from '../textKey.ts'

/**
 * How many characters still fit, or how many are too many; empty until the text comes near its limit. It counts as the
 * room does: a text is not cut while it is written or pasted, since nobody would notice.
 */
export function formatRoomLeft(text: string, max: number): string {
  const left = max - [...tidyText(text)].length
  return left > Math.max(10, max / 8) ? '' : FORMS.lettersLeft(left)
}
