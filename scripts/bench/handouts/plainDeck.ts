import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot, root } from '../../../src/cli/paths.ts'
import { timeCommand } from './timing.ts'

/** What any deck needs that uses this kit as an addon. */
const CONTENT = ['evidence', 'polls.yaml', 'exercises/kit']

/** Found as an addon by its folder, whatever that is called. */
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
 * Builds for printing a deck whose exercises all are one Markdown text, in files of their own: the kit as an addon, so
 * that they go through the pipeline that ours go through.
 *
 * @param folder inside this repository, whose packages it uses; what is there is deleted
 * @returns names of its exercises; the site is in its folder `site`
 * @throws {Error} when it cannot be built
 */
export async function buildPlainDeck(folder: string, markdown: string, copies: number): Promise<string[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await Promise.all(CONTENT.map(text => cp(inRoot(text), join(folder, text), { recursive: true })))
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
