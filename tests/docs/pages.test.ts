import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'

const PAGES = globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md', 'tests/*/README.md'], { cwd: root })

/** Made by commands or by a room, so absent from a fresh clone. */
const MADE = /^(?:dist|node_modules|\.room|ROOM_DATA)\//
/** What another story may do without. */
const OPTIONAL = /^(?:tests\/story\/|evidence\/cost-model\.yaml$)/
/** Files of other projects, which the comparison in docs/room.md was read from. */
const FOREIGN = ['server/polls.ts', 'server/store.ts', 'specs/001-polling-foundation', 'lib/claper', 'priv/gettext']
/** `exercises/NN-name/` stands for each of them. */
const PLACEHOLDER = 'NN-name'
const anExercise = globSync('exercises/[0-9]*', { cwd: root }).map(path => basename(path))[0] ?? ''

const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { scripts: Record<string, string> }
const notOurs = (name: string) => ['node_modules', 'dist', '.git', '.room'].includes(name)
const fileNames = new Set(globSync('**/*', { cwd: root, exclude: notOurs }).map(path => basename(path)))

/** Text between backticks, and the lines of code blocks. */
function codeIn(markdown: string): { spans: string[], blocks: string } {
  const blocks: string[] = []
  const prose = markdown.replaceAll(/^```[^`]*```$/gm, (block) => {
    blocks.push(block)
    return ''
  })
  return { spans: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? ''), blocks: blocks.join('\n') }
}

/** Whether a span names a file or folder: `src/room/`, `slides.md`, but not `/api/room` or `npm test`. */
const isPath = (span: string) =>
  /^[\w.-]+\/[\w./-]*$/.test(span) || /^[\w.-]+\.(?:md|ts|vue|ya?ml|css|m?js)$/.test(span)

function existsAsNamed(span: string): boolean {
  const path = span.replace(PLACEHOLDER, anExercise)
  return existsSync(inRoot(path)) || fileNames.has(path)
}

/** Heading to the anchor that GitHub gives it. */
const anchorOf = (heading: string) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-')

function isLinkAlive(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(inRoot(file)))
    return false
  const headings = anchor === undefined ? [] : [...readFileSync(inRoot(file), 'utf8').matchAll(/^#+ (.+)$/gm)]
  return anchor === undefined || headings.some(([, heading = '']) => anchorOf(heading) === anchor)
}

describe.each(PAGES)('%s', (page) => {
  const markdown = readFileSync(inRoot(page), 'utf8')
  const { spans, blocks } = codeIn(markdown)

  it('names only paths that exist', () => {
    const isElsewhere = (path: string) => MADE.test(path) || OPTIONAL.test(path) || FOREIGN.includes(path)
    const paths = spans.filter(span => isPath(span) && !isElsewhere(span))
    expect(paths.filter(path => !existsAsNamed(path))).toEqual([])
  })

  it('names constants and functions where they are', () => {
    const named = [...markdown.matchAll(/`(\w+)` (?:in|of) `([\w.-]+\/[\w./-]+\.\w+)`/g)]
    const isIn = ([, name = '', file = '']: RegExpMatchArray) =>
      existsSync(inRoot(file)) && new RegExp(`\\b${name}\\b`).test(readFileSync(inRoot(file), 'utf8'))
    expect(named.filter(match => !isIn(match)).map(([text]) => text)).toEqual([])
  })

  it('links only to pages and headings that exist', () => {
    const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    expect(targets.filter(target => !target.startsWith('https:') && !isLinkAlive(page, target))).toEqual([])
  })

  it('names only commands that package.json has', () => {
    const named = [...spans, blocks].flatMap(code => [...code.matchAll(/npm run ([\w-]+)/g)])
    expect(named.map(([, name = '']) => name).filter(name => scripts[name] === undefined)).toEqual([])
  })
})

it('a wrong path and a lost heading would be noticed', () => {
  expect(['src/room/nowhere.ts', 'src/nowhere/', 'README.txt', 'nowhere.md'].filter(isPath).filter(existsAsNamed))
    .toEqual([])
  expect(isLinkAlive('README.md', 'CONTRIBUTING.md#nowhere')).toBe(false)
})
