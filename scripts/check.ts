import { defineCommand } from 'citty'
import { main, UsageError } from '../src/cli/cli.ts'
import { root } from '../src/cli/paths.ts'
import { checkContent } from '../src/deck/check/index.ts'

await main(
  defineCommand({
    meta: {
      name: 'npm run check --',
      description: 'Content: evidence, polls, exercises and slides refer only to what exists.',
    },
    args: {},
    async run() {
      const { faults, counted } = await checkContent(root)
      faults.forEach(fault => console.error(fault))
      if (faults.length > 0) {
        throw new UsageError(
          `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the content, named above.`,
        )
      }
      console.log(counted)
    },
  }),
)
