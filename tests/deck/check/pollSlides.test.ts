import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../src/deck/check/index.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY, OPENING, PICTURES, TASK } from './support/smallDeck.ts'

const POLLS = 'polls.yaml'
const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
const unasked = (id: string, line: number) =>
  `${POLLS}:${line}: no slide asks poll "${id}"; add one with layout: question and poll: ${id}, or delete the poll.`
const again: Seed = { file: TASK, from: 'poll: bill-again\n', to: '' }

describe('a poll on no slide', () => {
  const LINE = lineOf(DECK, POLLS, '- id: bill-again')

  it('is reported with its line', async () => {
    expect(await faultsOf(again)).toEqual([unasked('bill-again', LINE)])
  })

  it.each<[what: string, from: string, to: string, line: number]>([
    [
      'that has the id of an option before it',
      '    - { id: run, text: One run }\n    - { id: all, text: Everything }\n\n- id',
      '    - { id: run, text: One run }\n    - id: bill-again\n      text: So\n\n- id',
      LINE + 1,
    ],
    [
      'whose id is not its first field',
      '- id: bill-again\n  kind: choice\n',
      '- kind: choice\n  id: \'bill-again\' # for good\n',
      LINE + 1,
    ],
  ])('%s', async (_, from, to, line) => {
    const faults = await faultsOf(again, { file: POLLS, from, to })
    expect(faults.filter(fault => fault.startsWith(POLLS))).toEqual([unasked('bill-again', line)])
  })

  it('is not reported where the slide that asks it is left out', async () => {
    const faults = await faultsOf({ file: 'slides.md', from: '30-task', to: '31-task' })
    expect(faults.filter(fault => fault.startsWith(POLLS))).toEqual([])
  })

  it('is not reported where a slide shows it with <Poll>', async () => {
    expect(await faultsOf(again, { file: MONEY, from: '<Poll id="bill" />', to: '<Poll id="bill-again" />' })).toEqual(
      [],
    )
  })
})

describe('a poll on two slides', () => {
  const opening = `${OPENING}:${lineOf(DECK, OPENING, '---\nlens')}`

  it('is reported at the second', async () => {
    expect(await faultsOf({ file: MONEY, from: 'class: plain', to: 'poll: bill' })).toEqual([
      `${MONEY}:1: ${opening} asks poll "bill" already; `
      + 'show it here with <Poll id="bill" />, or delete one of the two.',
    ])
  })

  it('may be shown again', async () => {
    expect(
      await faultsOf({ file: PICTURES, from: '# The pictures', to: '# The pictures\n\n<Poll id="bill" />' }),
    ).toEqual([])
  })
})

describe('two polls on one slide', () => {
  const polls = (list: string): Seed => ({ file: TASK, from: 'poll: bill-again', to: `poll: [${list}]` })

  it.each<[what: string, list: string, fault: string]>([
    ['the same one twice', 'bill-again, bill-again', 'poll names one id twice; delete one of the two.'],
    ['an unknown one', 'bill-again, bil', 'there is no poll "bil" in polls.yaml; mend the id or add the entry.'],
    [
      'too many',
      'bill-again, bill-again, bill-again',
      '3 polls are too many for one slide; two stand side by side, so split it.',
    ],
  ])('are reported with %s', async (_, list, fault) => {
    const faults = await faultsOf(polls(list))
    expect(faults.filter(text => text.endsWith(fault)), faults.join('\n')).toHaveLength(1)
  })

  it('are both asked there', async () => {
    const faults = await faultsOf(polls('bill-again, bill'))
    expect(faults.filter(text => text.startsWith(POLLS))).toEqual([])
    expect(faults.join()).toContain('several polls in turn need layout: question')
    expect(faults.join()).toContain(`asks poll "bill" already`)
  })

  it('as two tags are reported, since each fills its slide', async () => {
    const two = '<Poll id="bill" />\n\n<Poll id="bill-again" />'
    const faults = await faultsOf({ file: MONEY, from: '<Poll id="bill" />', to: two })
    expect(faults.join()).toContain('two <Poll> do not fit one slide; write layout: question and poll: [ID, ID].')
  })
})
