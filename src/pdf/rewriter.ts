/** Puts other text in some places of a text, from its beginning to its end. */
export interface Rewriter {
  replace: (start: number, end: number, by: string) => void
  /** The text with what has been replaced. */
  end: () => string
}

export function rewriter(text: string): Rewriter {
  let result = ''
  let from = 0
  return {
    replace: (start, end, by) => {
      result += text.slice(from, start) + by
      from = end
    },
    end: () => result + text.slice(from),
  }
}
