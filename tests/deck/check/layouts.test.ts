import type { Seed } from '../../support/tempFiles.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { readProps } from '../../../src/deck/check/props.ts'
import { seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY, OPENING, TASK } from './support/smallDeck.ts'

const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
const laidOut = (frontmatter: string): Seed => ({ file: MONEY, from: 'class: plain', to: frontmatter })
const needs = (layout: string, name: string) =>
  `${MONEY}:1: layout ${layout} needs ${name}; add it to the slide's frontmatter.`

describe('an unknown layout', () => {
  const unknown = (name: string, then: string) =>
    `there is no layout "${name}" in layouts/, the theme or Slidev; ${then}.`

  it.each<[name: string, then: string]>([
    ['chrat', 'write chart or add the layout'],
    ['Question', 'write question or add the layout'],
    ['two-colls', 'write two-cols or add the layout'],
    ['hologram', 'mend the name or add the layout'],
    ['2', 'mend the name or add the layout'],
  ])('%s', async (name, then) => {
    expect(await faultsOf(laidOut(`layout: ${name}`))).toEqual([`${MONEY}:1: ${unknown(name, then)}`])
  })

  it('is reported at the entry of a page that names it', async () => {
    expect(await faultsOf({ file: 'slides.md', from: 'lens: economic', to: 'layout: chrat' })).toEqual([
      `slides.md:6: ${unknown('chrat', 'write chart or add the layout')}`,
    ])
  })

  it.each(['default', 'chart', 'two-cols', 'quote', ''])('is not "%s"', async (name) => {
    expect(await faultsOf(laidOut(`layout: ${name}`))).toEqual([])
  })
})

describe('a missing field of a layout', () => {
  it.each<[frontmatter: string, faults: string[]]>([
    ['layout: question', [needs('question', 'poll')]],
    ['layout: question\npoll: bill', []],
    ['layout: exercise', [needs('exercise', 'exercise')]],
    ['layout: lens', [needs('lens', 'loud')]],
    ['layout: lens\nloud:', [needs('lens', 'loud')]],
    ['layout: lens\nloud: so', []],
    ['layout: lens\nloud: 2025', [`${MONEY}:1: loud "2025" is no text; write it in quotes.`]],
    ['layout: iframe', [needs('iframe', 'url')]],
  ])('%s', async (frontmatter, faults) => {
    // A poll is asked once.
    expect(await faultsOf(laidOut(frontmatter), { file: OPENING, from: 'poll: bill\n', to: '' })).toEqual(faults)
  })

  it('is not reported where the entry of its page has it', async () => {
    expect(
      await faultsOf(laidOut('layout: lens\nloud: so'), {
        file: 'slides.md',
        from: 'lens: economic',
        to: 'loud: more',
      }),
    ).toEqual([needs('lens', 'lens')])
  })

  it('is reported beside the other faults of its slide', async () => {
    expect(await faultsOf({ file: TASK, from: 'exercise: 01-bill\n', to: '' })).toContain(
      `${TASK}:1: layout exercise needs exercise; add it to the slide's frontmatter.`,
    )
  })
})

describe('the props of a file', () => {
  it.each<[vue: string, props: string[]]>([
    ['defineProps<{ poll: string }>()', ['poll: string']],
    ['defineProps<{ lens: string, loud?: string }>()', ['lens: string', 'loud?: string']],
    [
      'withDefaults(defineProps<{\n  /** Such as `a: b`. */\n  at?: number | string\n  takes: { at: number, by: '
      + 'string }[]\n}>(), { at: 1 })',
      ['at?: number | string', 'takes: object[]'],
    ],
    ['defineProps({ image: { type: String } })', []],
    ['', []],
  ])('%s', (vue, props) => {
    const path = join(tempFolder({ 'It.vue': vue }), 'It.vue')
    expect(readProps(path).map(prop => `${prop.name}${prop.required ? '' : '?'}: ${prop.type}`)).toEqual(props)
  })
})
