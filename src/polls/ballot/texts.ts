/** How many characters still fit; empty until the text comes near its limit. */
export function formatRoomLeft(text: string, max: number): string {
  const left = max - text.length
  if (left > Math.max(10, max / 8))
    return ''
  return left === 1 ? '1 character left' : `${left} characters left`
}
