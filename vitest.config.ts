import type { TestSpecification } from 'vitest/node'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

const BROWSER = 'tests/**/*.browser.test.ts'
/** They replace a module, or load modules anew, for all that run in their process. */
const ISOLATED = ['tests/room/address.test.ts', 'tests/composables/useBill.test.ts']

/** Files that take long, the longest first: begun last, one of them would run alone while the other core waits. */
const LONG = [
  'deck/start.browser',
  'deck/walk.browser',
  'deck/walkDark.browser',
  'handouts/print.browser',
  'report/report.browser',
  'export/export.browser',
  'phone/states.browser',
  'deck/solo.browser',
  'site/site.browser',
  'phone/phone.browser',
  'deck/track.browser',
  'deck/windows.browser',
  'deck/extras.browser',
  'deck/slides.browser',
  'deck/present.browser',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const long = LONG.findIndex(name => moduleId.includes(name))
      // A worker is kept for the next file only while that is of the same project.
      return long >= 0 ? long : LONG.length + (project.name === 'isolated' ? 0 : 1)
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    // What hangs ends at last. What is only slow on a busy machine has not failed.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // A condition that comes late on a busy machine has still come: a second, as by default, would measure the machine.
    expect: { poll: { timeout: 30_000 } },
    // Two cores, and much waiting for browsers and servers: a third worker has work meanwhile.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Commands that tests run start in half the time when Node finds its scripts compiled.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'compiled') },
    projects: [
      { extends: true, test: { name: 'browser', include: [BROWSER] } },
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
      // One process runs many files: most of them take less time than to start one.
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [BROWSER, ...ISOLATED], isolate: false },
      },
    ],
  },
})
