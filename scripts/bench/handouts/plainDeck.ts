import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot, root } from '../../../src/cli/paths.ts'
import { timeCommand } from './timing.ts'

/** Files that a deck needs when it uses this kit as an addon. */
const CONTENT = ['evidence', 'polls.yaml', 'exercises/kit']

/** The kit is named as an addon by the path of its folder. */
const slides = `---
title: Plain handouts
theme: default
lang: en
addons: [${JSON.stringify(root)}]
fonts:
  provider: none
mcp: false
---

# Plain handouts
`

const frontmatter = `---
title: Plain handout
task: Read it.
lens: all
track: spare
group: one person
steps:
  - name: Read
    minutes: 1
objectives: [Read it]
materials: []
polls: []
---

`

/**
 * Builds, for printing, a deck whose exercises are copies of one Markdown text. It uses the kit as an addon, so that
 * they are printed in the same way as our own.
 *
 * @param folder inside this repository, so that its packages are found; its content is deleted
 * @param markdown of each handout
 * @param copies number of exercises
 * @returns names of its exercises; the site is in its folder `site`
 * @throws {Error} when it cannot be built
 */
export async function buildPlainDeck(folder: string, markdown: string, copies: number): Promise<string[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await Promise.all(CONTENT.map(path => cp(inRoot(path), join(folder, path), { recursive: true })))
  await writeFile(join(folder, 'slides.md'), slides)
  const slugs = Array.from({ length: copies }, (_, i) => `${String(i + 1).padStart(2, '0')}-plain`)
  for (const slug of slugs) {
    await mkdir(join(folder, 'exercises', slug))
    await writeFile(join(folder, 'exercises', slug, 'handout.md'), frontmatter + markdown)
    await writeFile(
      join(folder, 'exercises', slug, 'facilitator.md'),
      '---\ntitle: Nothing to say\n---\n\nNothing to say.\n',
    )
  }
  const slidev = inRoot('node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs')
  await timeCommand({
    args: [slidev, 'build', 'slides.md', '--out', join(folder, 'site')],
    folder,
    env: { NODE_ENV: 'production', DECK_HANDOUTS: 'true' },
  })
  return slugs
}
