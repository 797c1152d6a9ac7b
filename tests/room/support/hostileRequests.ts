import type { Ask } from './rawHttp.ts'

const BALLOT = '/api/polls/bill/ballot'
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
const SCRIPT = '<script>alert(1)</script>'
const MEGABYTE = 1024 * 1024

type Row = [name: string, request: Ask]

const isChunks = (body: unknown): body is string[] =>
  Array.isArray(body) && body.length > 0 && body.every(chunk => typeof chunk === 'string')

/** A ballot with this body: a string is sent as it is, anything else as JSON. */
const ballot = (body: unknown, path = BALLOT): Ask =>
  ({ method: 'PUT', path, body: typeof body === 'string' || isChunks(body) ? body : JSON.stringify(body) })
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 60) ?? String(value)

const BODIES: unknown[] = [
  '',
  ' ',
  '{',
  '{"round":1,"answer":["run"]',
  '{\'round\':1}',
  'null',
  'true',
  '0',
  '"run"',
  '[]',
  '[{"round":1,"answer":["run"]}]',
  '\u0000',
  '\uFEFF',
  'NaN',
  '{"round":NaN,"answer":["run"]}',
  '{"round":Infinity,"answer":["run"]}',
  '{"round":1e999,"answer":["run"]}',
  '{"round":-0,"answer":["run"]}',
  '{"round":9007199254740993,"answer":["run"]}',
  '{"round":01,"answer":["run"]}',
  '{"round":1,"answer":["run"],}',
  '{"round":1,"answer":["run"]}{}',
  '{"round":1,"round":2,"answer":["run"]}',
  'round=1&answer=run',
  `${'['.repeat(1500)}${']'.repeat(1500)}`,
  '{"a":'.repeat(700),
  `{"round":1,"answer":${'['.repeat(1500)}${']'.repeat(1500)}}`,
  {},
  { round: 1 },
  { answer: ['run'] },
  { round: null, answer: ['run'] },
  { round: '1', answer: ['run'] },
  { round: [1], answer: ['run'] },
  { round: true, answer: ['run'] },
  { round: {}, answer: ['run'] },
  { round: -1, answer: ['run'] },
  { round: 1.0000001, answer: ['run'] },
  { round: 2 ** 53, answer: ['run'] },
  ...[
    null,
    'run',
    1,
    true,
    {},
    { 0: 'run', length: 1 },
    [],
    [null],
    [1],
    [['run']],
    [{}],
    [true],
    ['run', null],
    ['run', 'run'],
    ['run', 'all'],
    [''],
  ].map(answer => ({ round: 1, answer })),
  ...[
    SCRIPT,
    'x'.repeat(3000),
    'run\u0000',
    '\u0001\u001B[31m',
    'run ',
    'RUN',
    '\u202Erun',
    '\uD800',
    '../run',
    ...NAMES,
  ].map(id => ({ round: 1, answer: [id] })),
  { round: SCRIPT, answer: ['run'] },
  { round: 1, answer: SCRIPT },
  { round: 1, answer: ['run'], voter: 'someone else' },
  { round: 1, answer: ['run'], [SCRIPT]: 1 },
  ...NAMES.map(name => `{"round":1,"answer":["run"],${JSON.stringify(name)}:{"phase":"open"}}`),
]

/** Bodies beyond every limit, with a Content-Length and without. */
const BIG: Row[] = [
  ['1 MB of a string', ballot(`{"round":1,"answer":["${'x'.repeat(MEGABYTE)}"]}`)],
  [
    '1 MB of a string in chunks',
    ballot(['{"round":1,"answer":["', ...Array.from<string>({ length: 64 }).fill('x'.repeat(MEGABYTE / 64)), '"]}']),
  ],
  ['10,000 characters', ballot({ round: 1, answer: ['x'.repeat(10_000)] })],
  ['10,000 options', ballot({ round: 1, answer: Array.from({ length: 10_000 }).fill('run') })],
  ['spaces after a good ballot', ballot(`{"round":1,"answer":["run"]}${' '.repeat(10_000)}`)],
]

const PATHS = [
  ...[
    'nope',
    ...NAMES,
    '..',
    '.',
    '%00',
    'bill%00',
    '%ff',
    '%',
    '%2e%2e',
    '..%2fbill',
    '%E0%A4%A',
    'BILL',
    'bill%20',
    '%F0%9F%98%80',
    encodeURIComponent(SCRIPT),
    'x'.repeat(5000),
  ].map(id => `/api/polls/${id}/ballot`),
  '/api/polls//ballot',
  '/api/polls/bill',
  '/api/polls/bill/ballot/',
  '/api/polls/bill/ballot/1',
  '//api/polls/bill/ballot',
  '/API/polls/bill/ballot',
  '/api/polls/bill/ballot%00',
  '/api/polls/bill%2fballot',
]

const PAGES = [
  '/../../etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '//etc/passwd',
  '/....//etc/passwd',
  '/.room/stage-key',
  '/stage-key',
  '/room/room.sqlite',
  '/api/../../polls.yaml',
  '/polls.yaml',
  '/%00',
  '/%ff',
  '/%',
  '/index.html%00',
  '/api',
  '/api/',
  '/api/room/',
  '/api/room/events/x',
  '/api/room%00',
  '/.git/config',
  '/__proto__',
  '/constructor',
  `/${encodeURIComponent(SCRIPT)}`,
]

const METHODS: Row[] = [
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE'].flatMap(method =>
    ['/', '/api/room', '/api/room/events', '/healthz'].map((path): Row => [`${method} ${path}`, { method, path }]),
  ),
  ...['GET', 'POST', 'PATCH', 'DELETE', 'OPTIONS'].map((method): Row => [
    `${method} a ballot`,
    { method, path: BALLOT, body: method === 'GET' ? undefined : '{"round":1,"answer":["run"]}' },
  ]),
]

const HEADERS: Row[] = [
  ['one huge header', { path: '/api/room', headers: { 'X-Huge': 'x'.repeat(20_000) } }],
  [
    'a thousand headers',
    { path: '/api/room', headers: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x-${i}`, 'xxxxxxxx'])) },
  ],
  ['a huge cookie', { path: '/api/room', headers: { Cookie: `voter=${'x'.repeat(20_000)}` } }],
  ['a long address', { path: `/${'x'.repeat(20_000)}` }],
  [
    'a body that claims to be packed',
    { ...ballot('{"round":1,"answer":["run"]'), headers: { 'Content-Encoding': 'gzip' } },
  ],
  ['an unknown expectation', { ...ballot('{}'), headers: { Expect: 'the unexpected' } }],
]

/** Requests that no honest phone sends: each is refused with a 4xx and leaves no trace. */
export const HOSTILE: Row[] = [
  ...BODIES.map((body): Row => [`body ${shown(body)}`, ballot(body)]),
  ...BIG,
  ...PATHS.map((path): Row => [`ballot at ${path.slice(0, 60)}`, ballot({ round: 1, answer: ['run'] }, path)]),
  ...PAGES.map((path): Row => [`GET ${path}`, { path }]),
  ...METHODS,
  ...HEADERS,
]
