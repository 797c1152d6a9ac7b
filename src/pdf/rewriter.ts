/** Replaces parts of a text, in one pass from its beginning to its end. */
export interface Rewriter {
  /** Must not start before the end of the last replacement. */
  replace: (start: number, end: number, replacement: string) => void
  /** The text with all replacements. */
  end: () => string
}

export function createRewriter(text: string): Rewriter {
  let result = ''
  let from = 0
  return {
    replace: (start, end, replacement) => {
      result += text.slice(from, start) + replacement
      from = end
    },
    end: () => result + text.slice(from),
  }
}
