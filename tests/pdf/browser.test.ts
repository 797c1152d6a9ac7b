import process from 'node:process'
import { afterEach, expect, it, vi } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { launchChromium } from '../../src/pdf/browser.ts'

afterEach(() => vi.unstubAllEnvs())

it.each<[string, string, RegExp]>([
  ['none', inRoot('nowhere'), /^CHROMIUM_PATH is \S+, which does not exist; set it to a Chromium or unset it\.$/],
  ['another program', process.execPath, /^The Chromium at \S+ did not start \([^\n]+\); run .+\.$/],
])('says in one line that CHROMIUM_PATH names %s', async (_, path, says) => {
  vi.stubEnv('CHROMIUM_PATH', path)
  const error = await launchChromium().catch((fault: Error) => fault)
  expect(error).toMatchObject({ name: 'UsageError', message: expect.stringMatching(says) })
})
