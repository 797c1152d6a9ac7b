import type { Ask } from './rawHttp.ts'
import { ENTRY_STATES, STAGE_ACTIONS } from '../../../src/polls/protocol.ts'
import { AN_ANSWER } from './everyKind.ts'

const SCRIPT = '<script>alert(1)</script>'
const many = (length: number, of: unknown = 'x') => Array.from({ length }).fill(of)

/** Answers that fit no poll. A string is sent as it is, anything else as JSON. */
const FIT_NO_POLL: unknown[] = [
  'null',
  'true',
  '"x"',
  '1e999',
  '-1e999',
  '{}',
  '[null]',
  '[1]',
  '[[["x"]]]',
  '[{"id":"x"}]',
  '{"0":"x","length":1}',
  '{"value":3}',
  '{"sure":true}',
  '{"value":"3","sure":true}',
  '{"value":3,"sure":"yes"}',
  '{"value":null,"sure":true}',
  '{"value":[3],"sure":true}',
  '{"value":1e999,"sure":true}',
  '{"value":[["x"]],"sure":true}',
  '{"value":"x","sure":true}',
  '{"value":{"value":["x"],"sure":true},"sure":true}',
  '{"value":3,"sure":true,"voter":"me"}',
  '{"value":3,"sure":true,"ask":[],"up":[]}',
  '{"ask":["x"]}',
  '{"up":["x"]}',
  '{"ask":"x","up":[]}',
  '{"ask":["x"],"up":"x"}',
  '{"ask":[1],"up":[]}',
  '{"ask":["x"],"up":[null]}',
  '{"ask":[["x"]],"up":[]}',
  '{"ask":{"0":"x"},"up":[]}',
  '{"ask":["x"],"up":[],"people":100}',
  '{"__proto__":["x"]}',
  '{"ask":["x"],"up":[],"__proto__":{"people":9}}',
  ['x'.repeat(401)],
  { ask: ['x'.repeat(401)], up: [] },
  { ask: [], up: ['x'.repeat(401)] },
  many(121),
  { ask: many(121), up: [] },
  { ask: [], up: many(121) },
]

/** For each poll of `EVERY_KIND` answers that nearly fit it. */
const NEARLY_FIT: Record<string, unknown[]> = {
  pick: [[], ['run', 'all'], ['all', 'all'], ['ALL'], ['all '], ['__proto__'], [SCRIPT]],
  knew: [
    { value: [], sure: true },
    { value: ['so', 'not'], sure: true },
    { value: ['walk'], sure: false },
    { value: 3, sure: true },
  ],
  many: [{ value: ['tech'], sure: true }, [], ['tech', 'tech'], ['tech', 'money', 'world', 'tech'], ['tech', 'hope']],
  point: [0, 6, -1, 2.5, 1e308, -1e308, 4.000000001, { value: 4, sure: true }],
  sure: [{ value: 0, sure: true }, { value: 6, sure: false }, { value: 2.5, sure: true }],
  cost: [0, 0.999, -5, 10_000.1, 1e308, -1e308, 5e-324],
  word: [
    [],
    [''],
    ['…'],
    ['\u200B'],
    ['a', 'b', 'c', 'd'],
    ['x'.repeat(41)],
    ['ok', '\u202E'.repeat(3) + 'x'.repeat(41)],
  ],
  held: [[], [' '], ['😀'.repeat(41)]],
  order: [[], ['a'], ['a', 'b'], ['a', 'b', 'b'], ['a', 'b', 'c', 'c'], ['a', 'b', 'constructor'], ['A', 'B', 'C']],
  stake: [
    { points: {} },
    { points: { a: 101 } },
    { points: { a: 99 } },
    { points: { a: 110, b: -10 } },
    { points: { a: 33.4, b: 66.6 } },
    { points: { a: 1e308, b: -1e308 } },
    { points: { a: 100, d: 0 } },
    { points: { d: 100 } },
    { points: { A: 100 } },
    { points: { constructor: 100 } },
    { points: { a: [100] } },
    { points: { a: '100' } },
    { points: { a: null, b: 100 } },
    { points: [100] },
    { points: [['a', 100]] },
    { points: { a: 100 }, places: {} },
    { points: { a: 100 }, people: 9 },
    { points: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`o${i}`, 0])) },
    { points: { a: 100, [SCRIPT]: 0 } },
    '{"points":{"a":1e999}}',
    '{"points":{"a":NaN}}',
    '{"points":{"__proto__":100}}',
    '{"points":{"__proto__":{"a":100}}}',
    '{"points":{"a":100,"a":99}}',
  ],
  plane: [
    { places: {} },
    { places: { a: [0, 1] } },
    { places: { a: [1, 6] } },
    { places: { a: [2.5, 2] } },
    { places: { a: [-1, -1] } },
    { places: { a: [1] } },
    { places: { a: [1, 2, 3] } },
    { places: { a: ['1', '2'] } },
    { places: { a: null } },
    { places: { a: { 0: 1, 1: 2, length: 2 } } },
    { places: { a: [1, 2], d: [1, 2] } },
    { places: { toString: [1, 2] } },
    { places: [[1, 2]] },
    { places: { a: [1, 2] }, up: [] },
    { places: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`o${i}`, [1, 1]])) },
    '{"places":{"a":[1e999,1]}}',
    '{"places":{"__proto__":[1,1]}}',
    '{"places":{"a":[1,1],"a":[9,9]}}',
  ],
  board: [
    { ask: ['a', 'b', 'c', 'd'], up: [] },
    { ask: ['x'.repeat(201)], up: [] },
    { ask: [], up: Array.from({ length: 101 }, (_, i) => `${i}`) },
  ],
}

/** Answers to polls of other kinds. */
const others = (poll: string) =>
  Object.values(AN_ANSWER)
    .filter(({ kind }) => kind !== AN_ANSWER[poll]?.kind)
    .map(({ answer }) => answer)
/** A poll of words takes any list of texts, so what fits a choice or a ranking fits it too. */
const isFreeText = (poll: string) => AN_ANSWER[poll]?.kind === 'words'

/** Bodies of ballots that a poll of `EVERY_KIND` must refuse, each with a name. */
export function hostileBodies(poll: string): { name: string, body: string }[] {
  const answers = [
    ...FIT_NO_POLL,
    ...(NEARLY_FIT[poll] ?? []),
    ...others(poll).filter(
      other => !(isFreeText(poll) && Array.isArray(other)) && !(poll === 'cost' && typeof other === 'number'),
    ),
  ]
  return answers.map((answer) => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    return { name: text.slice(0, 60), body: `{"round":1,"answer":${text}}` }
  })
}

type Row = [name: string, request: Ask]
const call = (method: string, path: string, body?: unknown): Row => [
  `${method} ${path} ${JSON.stringify(body ?? '').slice(0, 50)}`,
  {
    method,
    path,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  },
]

const PAPER = '/api/stage/polls/word/paper'
const slip = { answer: ['hype'], people: 1 }

/** Calls with the stage key that make no sense: each is refused with a 4xx and changes nothing. */
export const HOSTILE_CALLS: Row[] = [
  ...[
    'x',
    '[]',
    'null',
    '1',
    '"open"',
    '{"seconds":1e999}',
    '{"seconds":-1}',
    '{"seconds":0.5}',
    '{"seconds":"5"}',
    '{"seconds":[5]}',
    '{"seconds":null}',
    '{"seconds":5,"more":1}',
    '{"endsAt":5}',
  ].flatMap(body => STAGE_ACTIONS.map(action => call('POST', `/api/stage/polls/pick/${action}`, body))),
  ...['', 'toString', 'OPEN', 'open%00', 'open/', 'delete', encodeURIComponent(SCRIPT)].map(action =>
    call('POST', `/api/stage/polls/pick/${action}`),
  ),
  ...['nope', '__proto__', '%00', '%ff', '..', 'x'.repeat(5000)].flatMap(poll => [
    call('POST', `/api/stage/polls/${poll}/open`),
    call('GET', `/api/stage/polls/${poll}/paper`),
    call('PUT', `/api/stage/polls/${poll}/paper`, { round: 1, slips: [] }),
  ]),
  ...ENTRY_STATES.flatMap(state =>
    ['nobody', '__proto__', '%00', '..', 'x'.repeat(5000), encodeURIComponent(SCRIPT)].map(entry =>
      call('POST', `/api/stage/polls/word/entries/${entry}/${state}`),
    ),
  ),
  ...['approved', 'constructor', '', 'shown/', 'shown%00'].map(state =>
    call('POST', `/api/stage/polls/word/entries/nobody/${state}`),
  ),
  ...[
    '',
    ' ',
    '{',
    'null',
    '1',
    '"x"',
    '[]',
    '{}',
    '\u0000',
    '{"round":1}',
    '{"slips":[]}',
    '{"round":1e999,"slips":[]}',
    '{"round":1,"slips":null}',
    '{"round":1,"slips":{"length":1}}',
    '{"round":"1","slips":[]}',
    '{"round":1,"slips":[],"voter":"me"}',
    '{"round":1,"slips":[],"__proto__":{}}',
    '['.repeat(3000),
  ].map(body => call('PUT', PAPER, body)),
  ...[
    null,
    1,
    'x',
    [],
    [slip],
    { answer: ['hype'] },
    { people: 1 },
    { ...slip, people: 0 },
    { ...slip, people: -1 },
    { ...slip, people: 0.5 },
    { ...slip, people: '1' },
    { ...slip, people: 2001 },
    { ...slip, people: 2 ** 53 },
    { ...slip, at: 1 },
    { ...slip, answer: null },
    { ...slip, answer: [] },
    { ...slip, answer: 3 },
    { ...slip, answer: ['x'.repeat(41)] },
    { ...slip, answer: { value: 1, sure: true } },
  ].map(malformed => call('PUT', PAPER, { round: 1, slips: [slip, malformed] })),
  call('PUT', PAPER, { round: 1, slips: many(2001, slip) }),
  call('PUT', PAPER, { round: 1, slips: many(2, { ...slip, people: 1001 }) }),
  call('PUT', PAPER, { round: 2, slips: [slip] }),
  call('PUT', PAPER, `{"round":1,"slips":[]}${' '.repeat(256 * 1024)}`),
  [
    `${PAPER} as text`,
    { method: 'PUT', path: PAPER, headers: { 'Content-Type': 'text/plain' }, body: '{"round":1,"slips":[]}' },
  ],
  [`${PAPER} as nothing`, { method: 'PUT', path: PAPER, body: '{"round":1,"slips":[]}' }],
  ...['POST', 'PATCH', 'DELETE', 'OPTIONS'].map(method => call(method, PAPER)),
  ...['GET', 'PUT', 'DELETE'].flatMap(method =>
    ['/api/stage/polls/pick/open', '/api/stage/polls/word/entries/nobody/shown', '/api/stage/polls/pick'].map(path =>
      call(method, path),
    ),
  ),
  ...['POST', 'PUT', 'DELETE'].flatMap(method =>
    ['/api/stage/results.json', '/api/stage/results.csv', '/api/stage/events'].map(path => call(method, path)),
  ),
]
