import { ContentError } from '../../content/yamlFile.ts'

/**
 * What the reader of a file says is wrong with it, as a list of faults; what is no fault of the content is thrown on.
 */
export function readingFaults(read: () => unknown): string[] {
  try {
    read()
    return []
  }
  catch (error) {
    if (error instanceof ContentError)
      return [error.message]
    throw error
  }
}
