import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../../src/content/nearest.ts'
import { checkContent } from '../../../src/deck/check/index.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, GUIDE, HANDOUT, MONEY, OPENING } from './support/smallDeck.ts'

const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
const unknown = (name: string, then: string) =>
  `there is no component <${name}> in components/ or in Slidev, so nothing would be drawn; ${then}.`
const OTHERWISE = 'mend the name or add the component'
const or = (name: string) => `write <${name}> or add the component`

describe('an unknown component', () => {
  it.each<[what: string, file: string, from: string, to: string, says: string]>([
    ['with two letters swapped', OPENING, '<CostCaveat', '<CostCavaet', unknown('CostCavaet', or('CostCaveat'))],
    ['with small letters', MONEY, '<Poll id="bill" />', '<Costmodel />', unknown('Costmodel', or('CostModel'))],
    ['with a hyphen', MONEY, '<Poll id="bill" />', '<source-lines />', unknown('SourceLines', or('SourceLine'))],
    ['of Slidev', MONEY, '<Poll id="bill" />', '<v-clik>so</v-clik>', unknown('VClik', or('VClick'))],
    ['far from all others', MONEY, '<Poll id="bill" />', '<Hologram />', unknown('Hologram', OTHERWISE)],
    ['that is an element in capitals', MONEY, '<Poll id="bill" />', 'so<BR>so', unknown('BR', OTHERWISE)],
    ['within another', OPENING, '<Pen>$6 million</Pen>', '<Pn>so</Pn>', unknown('Pn', or('Pen'))],
    ['on a handout', HANDOUT, '<Figure', '<TickBocks /> <Figure', unknown('TickBocks', or('TickBox'))],
    ['on a facilitator page', GUIDE, 'Machines:', 'Machines <Verdit />:', unknown('Verdit', or('Verdict'))],
  ])('%s', async (_, file, from, to, says) => {
    const seed = { file, from, to }
    expect(await faultsOf(seed)).toEqual([`${file}:${lineOf(seeded(DECK, seed), file, to)}: ${says}`])
  })

  it('is reported on a page of the kit', async () => {
    const file = 'exercises/kit/feedback.md'
    const { faults } = await checkContent(tempFolder({ ...DECK, [file]: '# Feedback\n\n<WriteInn label="Name" />\n' }))
    expect(faults).toEqual([`${file}:3: ${unknown('WriteInn', or('WriteIn'))}`])
  })
})

describe('a known component', () => {
  it.each<[what: string, markdown: string]>([
    ['of Slidev', '<v-clicks>\n\n- so\n\n</v-clicks> <Arrow x1="1" y1="2" x2="3" y2="4" /> <SlidevVideo />'],
    ['of Vue', '<Transition><RouterLink to="/2">so</RouterLink></Transition>'],
    ['that is an icon', '<carbon-warning /> <svg-spinners-3-dots-fade />'],
    ['that is an element', '<table><tr><td>so<br></td></tr></table> <font-face />'],
    ['only as code', '`<Hologram />`\n\n```html\n<Hologram />\n```\n\n<!-- <Hologram /> -->'],
    [
      'that the slide imports',
      '<Hologram />\n\n<script setup>\nimport Hologram from \'../more/Hologram.vue\'\n</script>',
    ],
    ['in a folder of components/', '<Pace />'],
  ])('%s', async (_, markdown) => {
    expect(await faultsOf({ file: MONEY, from: '<Poll id="bill" />', to: markdown })).toEqual([])
  })

  it('may come from a theme beside the deck', async () => {
    const files = [
      { file: MONEY, from: '<Poll id="bill" />', to: '<Hologram />' },
      { file: 'slides.md', from: 'title: A small deck', to: 'title: A small deck\ntheme: ./look' },
    ].reduce(seeded, DECK)
    const { faults } = await checkContent(tempFolder({ ...files, 'look/components/three/hologram.vue': '' }))
    expect(faults).toEqual([])
  })
})

describe('the name that was meant', () => {
  it.each<[name: string, names: string[], meant: string | undefined]>([
    ['chrat', ['cover', 'chart'], 'chart'],
    ['Lens', ['LensMap', 'Lens'], 'Lens'],
    ['statment', ['default', 'statement'], 'statement'],
    ['Pne', ['Pen', 'Poll'], 'Pen'],
    ['hologram', ['chart', 'lens'], undefined],
    ['x', [], undefined],
  ])('to %s', (name, names, meant) => {
    expect(nearest(name, names)).toBe(meant)
  })
})
