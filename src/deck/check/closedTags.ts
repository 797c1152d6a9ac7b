import type { Page } from './pages.ts'
import { ErrorCodes, parse } from '@vue/compiler-dom'
import { tagsAlone } from './markdown.ts'

/** What is wrong with a tag of this name, by Vue's number of the error. */
const SAYS: Partial<Record<number, (name: string) => string>> = {
  [ErrorCodes.X_MISSING_END_TAG]: name =>
    `<${name}> is never closed, so the page cannot be built; write </${name}> at its end, or <${name} /> if empty`,
  [ErrorCodes.X_INVALID_END_TAG]: name =>
    `</${name}> closes nothing that is open, so the page cannot be built; delete it, or mend the tag that it is for`,
}

/** Faults of tags that Vue will find without their end, or without their beginning: the build would stop at them. */
export function checkClosedTags({ markdown, at }: Page): string[] {
  const tags = tagsAlone(markdown)
  const faults: string[] = []
  parse(tags, {
    onError({ code, loc }) {
      const index = loc?.start.offset ?? 0
      const name = /^<\/?([^\s/>]*)/.exec(tags.slice(index))?.[1] ?? ''
      const said = SAYS[Number(code)]?.(name)
      if (said !== undefined)
        faults.push(`${at(index)}: ${said}.`)
    },
  })
  return faults
}
