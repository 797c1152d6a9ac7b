import { UsageError } from '../../cli/cli.ts'
import { checkContent } from './index.ts'

/**
 * Refuses content with faults, so that they do not end up in a file or on paper.
 *
 * @param root folder of the deck
 * @throws {UsageError} with a line for each fault
 */
export async function assertContent(root: string): Promise<void> {
  const { faults } = await checkContent(root)
  if (faults.length > 0)
    throw new UsageError(faults.join('\n'))
}
