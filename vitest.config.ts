import type { TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

/** Browser tests take longest: begun last, one of them would run alone while the other core waits. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = (specification: TestSpecification) => specification.moduleId.includes('.browser.test.')
    return [...sorted.filter(isLong), ...sorted.filter(specification => !isLong(specification))]
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // Two cores: a browser, a server and a build each want one.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
})
