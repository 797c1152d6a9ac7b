import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inRoot } from '../../src/cli/paths.ts'
import { ContentError } from '../../src/content/yamlFile.ts'
import { checkAnswer } from '../../src/polls/kinds/rules.ts'
import { publicPoll, readPolls } from '../../src/polls/pollsFile.ts'
import { POLLS, pollsFile, tempFolder } from '../room/support/testRoom.ts'

const GOOD = `- id: bill
  kind: choice
  question: What did it pay for?
  options:
    - { id: run, text: One run }
    - { id: all, text: Everything }
  answer: [run]
`
const broken = (from: string | RegExp, to: string) => GOOD.replace(from, to)
const options = (n: number) => Array.from({ length: n }, (_, i) => `    - { id: o${i}, text: Option ${i} }\n`).join('')
const OPTIONS = /(?<=options:\n)(?: {4}-.*\n)+/

/** Broken files and the message that their author reads: file, line, entry, field, what is wrong. */
const BROKEN: [name: string, yaml: string, message: string | RegExp][] = [
  ['an empty file', '', 'polls.yaml:1: must be a list of polls.'],
  ['no list', 'bill: 1\n', 'polls.yaml:1: must be a list of polls.'],
  ['an empty list', '[]\n', 'polls.yaml:1: needs at least one poll.'],
  ['a syntax error', `${GOOD}- id: [broken\n`, /^polls\.yaml:[89]: [^\n]+; mend the YAML there\.$/],
  ['a tab', broken('  kind', '\tkind'), /^polls\.yaml:2: [^\n]+; mend the YAML there\.$/],
  [
    'a key twice',
    broken('  kind: choice', '  kind: choice\n  kind: choice'),
    /^polls\.yaml:3: [^\n]*unique[^\n]*; mend the YAML there\.$/,
  ],
  ['an alias to nothing', broken('[run]', '*nothing'), /^polls\.yaml:7: [^\n]*alias[^\n]*\.$/],
  ['no id', broken('- id: bill\n ', '-'), 'polls.yaml:1: entry 1, id: must be text.'],
  [
    'an id with capitals',
    broken('bill', 'Bill'),
    'polls.yaml:1: "Bill", id: must be lower-case letters, digits and hyphens.',
  ],
  [
    'an id that is a path',
    broken('bill', '../etc'),
    'polls.yaml:1: "../etc", id: must be lower-case letters, digits and hyphens.',
  ],
  [
    'a long id',
    broken('bill', 'b'.repeat(41)),
    `polls.yaml:1: "${'b'.repeat(41)}", id: must not be longer than 40 characters.`,
  ],
  [
    'an id that is kept for typed polls',
    broken('bill', 'adhoc-3'),
    'polls.yaml:1: "adhoc-3", id: is kept for polls that are typed in the presenter view; choose another.',
  ],
  ['an id twice', GOOD + GOOD, 'polls.yaml:8: "bill", id: the id "bill" is taken by an earlier poll.'],
  [
    'an unknown kind',
    broken('choice', 'guess'),
    'polls.yaml:2: "bill", kind: must be choice, scale, estimate, words, rank, points, grid or questions.',
  ],
  ['no question', broken(/ {2}question.*\n/, ''), 'polls.yaml:1: "bill", question: must be text.'],
  ['an empty question', broken(/question: .*/, 'question: "  "'), 'polls.yaml:3: "bill", question: must not be empty.'],
  [
    'a long question',
    broken('What', 'W'.repeat(140)),
    'polls.yaml:3: "bill", question: must not be longer than 140 characters.',
  ],
  ['no options', broken(OPTIONS, ''), 'polls.yaml:4: "bill", options: must be a list of options.'],
  ['one option', broken(/ {4}- \{ id: all.*\n/, ''), 'polls.yaml:5: "bill", options: needs at least two options.'],
  [
    'eleven options',
    broken(OPTIONS, options(11)),
    'polls.yaml:5: "bill", options: must not have more than ten options.',
  ],
  ['an option id twice', broken('id: all', 'id: run'), 'polls.yaml:5: "bill", options: option id "run" stands twice.'],
  [
    'an option without text',
    broken(', text: Everything', ''),
    'polls.yaml:6: "bill", options, "all", text: must be text.',
  ],
  [
    'an option that is a number',
    broken('id: all', 'id: 7'),
    'polls.yaml:6: "bill", options, entry 2, id: must be text; write it in quotes.',
  ],
  [
    'a question that nobody can be sure of',
    broken('answer: [run]', 'confidence: true'),
    'polls.yaml:7: "bill", confidence: needs an answer, or nobody could be right.',
  ],
  [
    'a quiz of several choices that asks how sure',
    broken('answer: [run]', 'answer: [run]\n  several: true\n  confidence: true'),
    'polls.yaml:9: "bill", confidence: needs a poll in which one option is chosen.',
  ],
  [
    'a right answer that is no option',
    broken('[run]', '[walk]'),
    'polls.yaml:7: "bill", answer: "walk" is not the id of an option: these are run, all.',
  ],
  ['an empty right answer', broken('[run]', '[]'), 'polls.yaml:7: "bill", answer: must name at least one option.'],
  ['a word for a switch', `${GOOD}  live: sometimes\n`, 'polls.yaml:8: "bill", live: must be true or false.'],
  ['a text for a list', broken('[run]', 'run'), 'polls.yaml:7: "bill", answer: must be a list.'],
  [
    'a text for an option',
    broken('{ id: all, text: Everything }', 'Everything'),
    'polls.yaml:6: "bill", options, entry 2: must have fields of its own, each with a name and a colon.',
  ],
  [
    'an unknown field',
    `${GOOD}  colour: red\n`,
    'polls.yaml:8: "bill": there is no field "colour" here; correct its name, or delete it.',
  ],
  [
    'the second of two',
    GOOD + broken('bill', 'cost').replace('choice', 'guess'),
    'polls.yaml:9: "cost", kind: must be choice, scale, estimate, words, rank, points, grid or questions.',
  ],
]

describe('readPolls', () => {
  it.each(BROKEN)('refuses %s', (_, yaml, message) => {
    let caught: unknown
    try {
      readPolls(pollsFile(tempFolder(), yaml))
    }
    catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(ContentError)
    expect((caught as ContentError).message).toEqual(
      message instanceof RegExp ? expect.stringMatching(message) : message,
    )
  })

  it('says where a missing file should be', () => {
    const path = join(tempFolder(), 'polls.yaml')
    expect(() => readPolls(path)).toThrow(
      new ContentError(`polls.yaml: cannot be read at ${path}; create it or restore it from the repository.`),
    )
  })

  it('reads what it should and fills in what may be left out', () => {
    const polls = readPolls(pollsFile(tempFolder(), POLLS))
    expect(
      polls.map(
        poll => poll.kind === 'choice' && { id: poll.id, several: poll.several, live: poll.live, answer: poll.answer },
      ),
    ).toEqual([
      { id: 'bill', several: false, live: false, answer: ['run'] },
      { id: 'lenses', several: true, live: true, answer: undefined },
    ])
  })

  it('reads the polls of this deck', () => {
    const path = inRoot('polls.yaml')
    expect(readPolls(path).map(poll => poll.id)).toEqual(
      (parse(readFileSync(path, 'utf8')) as { id: string }[]).map(poll => poll.id),
    )
  })
})

describe('what phones may know of a poll', () => {
  it('leaves out the answer', () => {
    const [bill] = readPolls(pollsFile(tempFolder(), GOOD))
    expect(bill && publicPoll(bill)).toEqual({
      id: 'bill',
      kind: 'choice',
      question: 'What did it pay for?',
      options: [{ id: 'run', text: 'One run' }, { id: 'all', text: 'Everything' }],
      several: false,
    })
  })
})

describe('an answer to a choice', () => {
  it.each([
    { several: false, answer: ['run'], fault: undefined },
    { several: false, answer: [], fault: 'choose at least one option' },
    { several: false, answer: ['run', 'all'], fault: 'choose one option only' },
    { several: false, answer: ['walk'], fault: 'choose among the options of this poll' },
    { several: false, answer: ['constructor'], fault: 'choose among the options of this poll' },
    { several: false, answer: ['RUN'], fault: 'choose among the options of this poll' },
    { several: false, answer: { value: ['run'], sure: true }, fault: 'send the ids alone' },
    { several: true, answer: ['run'], fault: undefined },
    { several: true, answer: ['run', 'all'], fault: undefined },
    { several: true, answer: [], fault: 'choose at least one option' },
    { several: true, answer: ['run', 'run'], fault: 'choose each option once only' },
    { several: true, answer: ['run', 'walk'], fault: 'choose among the options of this poll' },
  ])('$answer with several: $several is $fault', ({ several, answer, fault }) => {
    const [poll] = readPolls(pollsFile(tempFolder(), GOOD))
    expect(poll?.kind === 'choice' && checkAnswer({ ...poll, several }, answer)).toEqual(
      fault === undefined ? { answer } : { fault },
    )
  })
})
