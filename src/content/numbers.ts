/**
 * Reads a number as people type it: `5,000`, `5 000`, `5.5`, `5,5`, with or without a dollar or per cent sign, also in
 * the digits of Arabic and Japanese keyboards.
 *
 * @param text what was typed
 * @param decimal sign of the writer's language: where it is a comma, `5.000` is five thousand
 * @returns undefined if it is not a number
 */
export function parseNumber(text: string, decimal = '.'): number | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, digit => String(digit.charCodeAt(0) & 15))
    .replace('٫', decimal)
    .replace(/[\s$%٪'’_٬]/g, '')
    .replace('−', '-')
  const bare = decimal === ',' ? typed.replace(/[.,]/g, sign => sign === ',' ? '.' : ',') : typed
  const grouped = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(bare)
  const plain = grouped ? bare.replaceAll(',', '') : bare.replace(',', '.')
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/** Rounds a number to significant digits. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A count as prose has it: up to twelve as a word, `no` for none, above in digits. */
export function numberInWords(count: number): string {
  return WORDS[count] ?? count.toLocaleString('en-US')
}
