import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'

describe('the pages of facilitators', () => {
  const importers = (what: RegExp) =>
    globSync('src/handouts/**/*.{ts,vue}', { cwd: root })
      .filter(file => what.test(readFileSync(inRoot(file), 'utf8')))
      .sort()

  it('are read by one module, which no page for participants imports', () => {
    expect(importers(/import\.meta\.glob.*facilitator\.md/)).toEqual(['src/handouts/facilitatorSheets.ts'])
    expect(importers(/from '\.\/facilitatorSheets\.ts'/)).toEqual(['src/handouts/GuidePage.vue'])
    expect(importers(/import\('\.\/facilitatorSheets\.ts'\)/)).toEqual(['src/handouts/HandoutPage.vue'])
  })
})
