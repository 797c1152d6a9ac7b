/** Typed quotes as they are printed: the ledger's `China's "plan"` as `China’s “plan”`. */
export function curlyQuotes(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\p{N}.,!?…])"(?=\S)/gu, '“')
    .replaceAll('"', '”')
    .replaceAll(/(?<![\p{L}\p{N}.,!?…])'(?=\S)/gu, '‘')
    .replaceAll('\'', '’')
}
