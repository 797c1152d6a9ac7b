import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, GUIDE, HANDOUT, MONEY, OPENING } from './support/smallDeck.ts'

const faultsOf = async (seed: Seed) => (await checkContent(tempFolder(seeded(DECK, seed)))).faults
const POLL = '<Poll id="bill" />'

const open = (name: string) => `<${name}> is never closed, so the page cannot be built; `
  + `write </${name}> at its end, or <${name} /> if empty.`
const stray = (name: string) => `</${name}> closes nothing that is open, so the page cannot be built; `
  + 'delete it, or mend the tag that it is for.'

describe('a tag without its other half', () => {
  it.each<[what: string, file: string, from: string, to: string, at: string, says: string]>([
    ['a component', MONEY, POLL, '<Poll id="bill">', '<Poll id="bill">', open('Poll')],
    ['an element', OPENING, '<Pen>$6 million</Pen>', '<div>\n\n<Pen>$6 million</Pen>', '<div>', open('div')],
    ['a slash forgotten', OPENING, '<Pen>$6 million</Pen>', '<Pen>$6 million<Pen>', '<Pen>$6', open('Pen')],
    ['the end alone', MONEY, POLL, `${POLL} so</b>`, `${POLL} so</b>`, stray('b')],
    ['on a handout', HANDOUT, '<Figure', '<section>\n\n<Figure', '<section>', open('section')],
    ['on a facilitator page', GUIDE, 'Machines:', 'Machines</em>:', 'Machines</em>', stray('em')],
  ])('is reported: %s', async (_, file, from, to, at, says) => {
    const seed = { file, from, to }
    expect(await faultsOf(seed)).toContain(`${file}:${lineOf(seeded(DECK, seed), file, at)}: ${says}`)
  })

  it.each([
    '<div>\n\n<b>so</b>\n\n</div>',
    'so<br>so <img src="/a.png" alt="so"><hr>',
    '`<div>` and {{ \'</div>\' }}\n\n```html\n<div>\n```\n\n<!-- <div> -->',
    '<script setup>\nconst a = \'<div>\'\n</script>',
    '<https://example.org> 1 < 2 > 1',
    '<template v-slot:right>so</template>',
  ])('is not seen where there is none: %j', async (markdown) => {
    const faults = await faultsOf({ file: MONEY, from: POLL, to: markdown })
    expect(faults.filter(fault => /closed|closes/.test(fault))).toEqual([])
  })
})
