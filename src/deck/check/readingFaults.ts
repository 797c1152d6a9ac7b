import { ContentError } from '../../content/yamlFile.ts'

/**
 * Calls a reader and returns the fault of the content that it throws, if any. Other errors are thrown on.
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
