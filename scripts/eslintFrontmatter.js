import { parseSync } from '@slidev/parser'

/** First line of each block, kept between the two calls that ESLint makes for a file. */
const starts = new Map()

/** Lints the frontmatter of every slide in a Markdown file as a YAML file of its own. */
export const frontmatter = {
  meta: { name: 'kit/frontmatter', version: '1.0.0' },
  preprocess: (text, filename) =>
    frontmatters(text, filename).map(({ yaml }, i) => ({ text: yaml, filename: `${i}.yaml` })),
  postprocess: (lists, filename) =>
    lists.flatMap((messages, i) => {
      const before = starts.get(filename)?.[i] ?? 0
      return messages.map(message => ({
        ...message,
        line: message.line + before,
        ...(message.endLine && { endLine: message.endLine + before }),
        fix: undefined,
      }))
    }),
}

function frontmatters(text, filename) {
  const lines = text.split('\n')
  const blocks = parseSync(text, filename).slides.flatMap(({ start, frontmatterRaw }) => {
    if (!frontmatterRaw)
      return []
    const first = lines.findIndex((line, i) => i >= start && line === '---') + 1
    return [{ yaml: `${frontmatterRaw.trim()}\n`, first }]
  })
  starts.set(filename, blocks.map(block => block.first))
  return blocks
}
