/** Writes numbers as a language does, with at most `digits` decimals. */
export function numbersIn(locale: string): (value: number, digits?: number) => string {
  return (value, digits = 3) => value.toLocaleString(locale, { maximumFractionDigits: digits })
}

/** Forms of a word by the plural category of its count; `other` where a language has no more of its own. */
type Forms<T> = Partial<Record<Intl.LDMLPluralRule, T>> & { other: T }

/** Picks the form that a language has for a count. */
export function pluralIn(locale: string): <T>(count: number, forms: Forms<T>) => T {
  const rules = new Intl.PluralRules(locale)
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}

/** Names in a row: `A`, `A and B`, `A, B and C`. */
export function listWith(and: string, comma = ', '): (names: string[]) => string {
  return names => names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(comma)}${and}${names[names.length - 1]}`
}
