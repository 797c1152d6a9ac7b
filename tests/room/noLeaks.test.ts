import type { Answer, StageState } from '../../src/polls/protocol.ts'
import type { TappedPhone } from '../phone/support/tappedPhone.ts'
import type { TestRoom } from './support/testRoom.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { entryId } from '../../src/polls/entries/group.ts'
import {
  CARD_PATH,
  CARDS_ACTIONS,
  cardsPath,
  entriesPath,
  ENTRY_STATES,
  entryPath,
  MODERATION_EVENTS_PATH,
  paperPath,
  STAGE_ACTIONS,
} from '../../src/polls/protocol.ts'
import { tapPhone } from '../phone/support/tappedPhone.ts'
import { EVERY_KIND } from './support/everyKind.ts'
import { readEvents } from './support/readEvents.ts'
import { atEndOfFile, joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const POLLS = `${EVERY_KIND}
- { id: asks, kind: questions, question: And what in private?, approve: true }
`

/** Names of fields that only results have; no other field that a phone gets has one of them. */
const FIELDS = [
  'tally',
  'counts',
  'spread',
  'most',
  'cells',
  'centres',
  'right',
  'reference',
  'bins',
  'values',
  'median',
  'middle',
  'mean',
  'entries',
  'earlier',
  'moves',
  'flows',
  'people',
  'answered',
  'paper',
  'joined',
  'card',
  'curve',
  'calibration',
].map(field => `"${field}":`)

interface Row {
  poll: string
  /** The answer of Ann, whose bytes are searched, and two of Bob, whose answers she must not learn. */
  ann: Answer
  bob: [Answer, Answer]
  /** Texts that Ann's phone must not get before the reveal. */
  secrets: string[]
  /** Texts that it does get after the reveal. */
  revealed: string[]
  /** Texts that it gets only once the answer is shown. */
  solved?: string[]
  /** An entry that only the presenter sees until it is approved. */
  waiting?: string
}

const texts = (...all: string[]) => all.flatMap(text => [text, entryId(text)])

const ROWS: Row[] = [
  {
    poll: 'pick',
    ann: ['run'],
    bob: [['run'], ['all']],
    secrets: FIELDS,
    revealed: ['"counts":{"run":1,"all":4}', '"people":5', '"paper":3'],
    solved: ['"right":["all"]'],
  },
  {
    poll: 'knew',
    ann: { value: ['not'], sure: false },
    bob: [
      { value: ['so'], sure: true },
      { value: ['partly'], sure: true },
    ],
    secrets: [...FIELDS, '"sure":true', '"sure":{'],
    revealed: ['"counts":{"so":0,"not":1,"partly":4}'],
    solved: ['"right":["so"]'],
  },
  {
    poll: 'many',
    ann: ['tech'],
    bob: [['money'], ['world', 'tech']],
    secrets: FIELDS,
    revealed: ['"counts":{"tech":5,"money":0,"world":4}'],
  },
  { poll: 'point', ann: 1, bob: [2, 5], secrets: FIELDS, revealed: ['"mean":4.2'] },
  {
    poll: 'sure',
    ann: { value: 1, sure: false },
    bob: [
      { value: 2, sure: true },
      { value: 5, sure: true },
    ],
    secrets: [...FIELDS, '"sure":true'],
    revealed: ['"sure":{"1":0,"2":0,"3":0,"4":0,"5":4}'],
  },
  {
    poll: 'cost',
    ann: 250,
    bob: [771.25, 772.25],
    secrets: [...FIELDS, '4321.5', '771.25', '772.25'],
    revealed: ['"median":772.25'],
    solved: ['"reference":[4321.5,4321.5]'],
  },
  {
    poll: 'word',
    ann: ['hype', 'chips'],
    bob: [['gambit'], ['zugzwang', 'Bullshit']],
    secrets: [...FIELDS, ...texts('gambit', 'zugzwang', 'Bullshit')],
    revealed: texts('zugzwang'),
    waiting: 'Bullshit',
  },
  {
    poll: 'held',
    ann: ['panic'],
    bob: [['gambit'], ['zugzwang']],
    secrets: [...FIELDS, ...texts('gambit', 'zugzwang')],
    revealed: ['"entries":[]'],
    waiting: 'zugzwang',
  },
  {
    poll: 'order',
    ann: ['a', 'b', 'c'],
    bob: [
      ['b', 'c', 'a'],
      ['c', 'b', 'a'],
    ],
    secrets: FIELDS,
    revealed: ['"a":[1,0,4]'],
  },
  {
    poll: 'stake',
    ann: { points: { a: 100 } },
    bob: [{ points: { b: 100 } }, { points: { b: 35, c: 65 } }],
    secrets: [...FIELDS, 'b":100', 'b":35', 'c":65'],
    revealed: ['"counts":{"a":100,"b":140,"c":260}', '"most":{"a":1,"b":0,"c":4}'],
  },
  {
    poll: 'plane',
    ann: { places: { a: [1, 5] } },
    bob: [{ places: { b: [2, 2] } }, { places: { b: [4, 3], c: [5, 1] } }],
    secrets: [...FIELDS, 'b":[', 'c":['],
    revealed: ['"c":{"across":5,"up":1,"spread":0}'],
  },
  // Everybody sees the questions on a board, except those that wait for approval.
  {
    poll: 'board',
    ann: { ask: ['Why now?'], up: [] },
    bob: [
      { ask: ['Cui bono, shit?'], up: [] },
      { ask: ['Quo vadis, shit?'], up: [] },
    ],
    secrets: texts('Cui bono, shit?', 'Quo vadis, shit?'),
    revealed: ['"people":5'],
    waiting: 'Quo vadis, shit?',
  },
  {
    poll: 'asks',
    ann: { ask: ['Why now?'], up: [] },
    bob: [
      { ask: ['Cui bono?'], up: [] },
      { ask: ['Quo vadis?'], up: [entryId('Why now?')] },
    ],
    secrets: texts('Cui bono?', 'Quo vadis?'),
    revealed: ['"people":5'],
    waiting: 'Quo vadis?',
  },
]

const atEnd = atEndOfFile()
let room: TestRoom
beforeAll(async () => {
  room = await startRoom({ polls: pollsFile(tempFolder(atEnd), POLLS) }, atEnd)
})

const found = (bytes: string, needles: string[]) => needles.filter(needle => bytes.includes(needle))

/** Calls every address, and some that should not exist, with all headers that a phone has. */
async function askForEverything({ url, cookie }: TappedPhone, poll: string): Promise<void> {
  const stage = `/api/stage/polls/${poll}`
  const entry = entryId('zugzwang')
  const calls = [
    ...[
      '/',
      '/api/room',
      CARD_PATH,
      '/readyz',
      '/nowhere',
      '/polls.yaml',
      '/stage-key',
      '/room.sqlite',
      `/api/polls/${poll}`,
      `/api/polls/${poll}/ballot`,
      `/api/polls/${poll}/entries?count=1000`,
    ].map(path => ['GET', path]),
    ...[
      '/api/stage/results.json',
      '/api/stage/results.csv',
      '/api/stage/events',
      '/api/stage/session',
      paperPath(poll),
      entriesPath(poll),
      MODERATION_EVENTS_PATH,
    ].map(path => ['GET', path]),
    ...STAGE_ACTIONS.map(action => ['POST', `${stage}/${action}`]),
    ...ENTRY_STATES.map(state => ['POST', entryPath(poll, entry, state)]),
    ...CARDS_ACTIONS.map(action => ['POST', cardsPath(action)]),
    ['PUT', paperPath(poll)],
    ['HEAD', '/api/room'],
    ['OPTIONS', '/api/room'],
  ] as [string, string][]
  // Uncompressed, so that the bytes can be searched.
  const headers = { 'Cookie': cookie, 'Content-Type': 'application/json', 'Accept-Encoding': 'identity' }
  await Promise.all(calls.map(async ([method, path]) => (await fetch(`${url}${path}`, { method, headers })).text()))
}

/** A wall with a key of its own, and the bytes that it was sent of a poll. Other polls have been revealed before. */
async function followWall(poll: string) {
  const headers = { Authorization: `Bearer ${room.keys.wall}` }
  const events = await readEvents<StageState>(`${room.url}/api/stage/events`, headers)
  await events.until(() => true)
  return {
    until: events.until,
    seen: () => events.events.filter(({ event }) => event === 'stage')
      .map(({ data }) => JSON.stringify(data.polls[poll]))
      .join('\n'),
  }
}

/** A wall shows at any time how many are here and how many have answered. */
const withoutCounts = (secrets: string[]) =>
  secrets.filter(secret => !['answered', 'paper', 'joined'].includes(secret.slice(1, -2)))

/** Sends ballots that get every possible kind of response. */
async function sendEverything(phone: TappedPhone, { poll, ann }: Row, round: number): Promise<void> {
  const ballots = [
    phone.vote(poll, ann, round),
    phone.vote(poll, ann, round + 1),
    phone.vote(poll, 'neither' as unknown as Answer, round),
    phone.vote(poll, { value: 9, sure: true }, round),
    phone.vote('nope', ann, round),
  ]
  await Promise.all((await Promise.all(ballots)).map(response => response.text()))
}

describe('bytes sent to a phone', () => {
  it.each(ROWS)('contain no secret of $poll before the reveal, in its whole life', async (row) => {
    const { poll, bob: [first, second], secrets, revealed, solved = [], waiting } = row
    const round = (await room.act(poll, 'reset')).polls[poll]?.round ?? expect.unreachable(poll)
    const [ann, bob] = [await tapPhone(room.url), await tapPhone(room.url)]
    const wall = await followWall(poll)
    await askForEverything(ann, poll)
    await room.act(poll, 'open', 600)
    await sendEverything(ann, row, round)
    for (const answer of [first, second]) {
      expect((await bob.vote(poll, answer, round)).status).toBe(200)
      await ann.room()
    }
    expect((await room.stage('PUT', paperPath(poll), { round, slips: [{ answer: second, people: 3 }] })).status).toBe(
      200,
    )
    await room.act(poll, 'countdown', 0)
    await room.act(poll, 'close')
    await sendEverything(ann, row, round)
    await askForEverything(ann, poll)
    // A phone that joins late must not get more than the others.
    const late = await tapPhone(room.url)
    for (const phone of [ann, bob, late])
      await phone.events.until(event => event.phase === 'closed' && event.poll?.id === poll)

    const before = ann.got()
    for (const sign of [
      'HTTP/1.1 200 OK',
      'Set-Cookie: voter=',
      'event: room',
      '"counted":true',
      '"phase":"closed"',
      'stale-round',
      'invalid-answer',
      'unauthorized',
      'not-found',
    ])
      expect(before.toLowerCase()).toContain(sign.toLowerCase())
    expect(found(before, secrets)).toEqual([])
    expect(found(late.got(), secrets)).toEqual([])
    expect(
      found(bob.got(), [
        room.stageKey,
        ann.cookie.slice(6),
        ...secrets.filter(secret => secret.startsWith('"') && secret !== '"sure":true'),
      ]),
    ).toEqual([])
    expect(found(before, [room.stageKey, bob.cookie.slice(6)])).toEqual([])

    await wall.until(event => event.polls[poll]?.phase === 'closed')
    expect(wall.seen()).toContain('"phase":"closed"')
    expect(found(wall.seen(), withoutCounts(secrets))).toEqual([])

    const length = before.length
    await room.act(poll, 'reveal')
    await ann.events.until(event => event.phase === 'revealed')
    await wall.until(event => event.polls[poll]?.phase === 'revealed')
    expect(found(wall.seen(), solved)).toEqual([])
    expect(found(wall.seen(), revealed)).toEqual(revealed)
    expect(found(wall.seen(), waiting === undefined ? [] : texts(waiting))).toEqual([])
    expect(found(ann.got(length), revealed)).toEqual(revealed)
    await askForEverything(ann, poll)
    expect(found(ann.got(length), solved)).toEqual([])
    if (solved.length > 0) {
      await room.act(poll, 'solve')
      await ann.events.until(event => event.phase === 'solved')
      expect(found(ann.got(length), solved)).toEqual(solved)
    }
    await ann.room()
    expect(found(ann.got(length), waiting === undefined ? [] : texts(waiting))).toEqual([])
    if (waiting !== undefined) {
      await room.stage('POST', entryPath(poll, entryId(waiting), 'shown'))
      await ann.room()
      expect(found(ann.got(length), texts(waiting))).toEqual(texts(waiting))
    }
  })

  it.each(ROWS.filter(row => row.secrets === FIELDS || row.poll === 'cost'))(
    'contain no secret of $poll once it is hidden again or reset',
    async ({ poll, ann: answer, bob: [, other], secrets }) => {
      const round = (await room.act(poll, 'reset')).polls[poll]?.round ?? expect.unreachable(poll)
      const voter = await joinRoom(room.url)
      await room.act(poll, 'open')
      await voter.vote(poll, other, round)
      await room.act(poll, 'close')
      await room.act(poll, 'reveal')
      await room.act(poll, 'hide')
      const ann = await tapPhone(room.url)
      for (const action of ['open', 'close', 'discuss', 'open', 'reset'] as const) {
        await room.act(poll, action)
        await ann.vote(poll, answer, round)
        await ann.room()
      }
      await askForEverything(ann, poll)
      await ann.events.until(event => event.round === round + 2)
      expect(found(ann.got(), secrets)).toEqual([])
    },
  )
})
