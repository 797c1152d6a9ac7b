import type { Answer, Entry, ModeratedEntries, ModerationState, RoomSnapshot } from '../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { entryId } from '../../src/polls/entries/group.ts'
import { entriesPath, entryPath, mergePath, MODERATION_EVENTS_PATH } from '../../src/polls/protocol.ts'
import { EVERY_KIND } from './support/everyKind.ts'
import { readEvents } from './support/readEvents.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from './support/testRoom.ts'

const [NOW, LATE, WHO] = ['Why now?', 'Why so late?', 'Who pays?']

async function startHere(data?: string) {
  const room = await startRoom({ polls: pollsFile(tempFolder(), EVERY_KIND), ...data !== undefined && { data } })
  const call = (method: string, path: string, body?: unknown) => fetch(`${room.url}${path}`, {
    method,
    headers: { 'Authorization': `Bearer ${room.keys.moderator}`, 'Content-Type': 'application/json' },
    ...body !== undefined && { body: JSON.stringify(body) },
  })
  return {
    room,
    call,
    ask: async (answer: Answer) => {
      const phone = await joinRoom(room.url)
      expect((await phone.vote('board', answer)).status).toBe(200)
      return phone
    },
    merge: async (text: string, into: string | null) =>
      (await call('PUT', mergePath('board', entryId(text)), { into: into === null ? null : entryId(into) })).status,
    mark: async (text: string, state: Entry['state'], query = '') =>
      (await call('POST', `${entryPath('board', entryId(text), state)}${query}`)).status,
    list: async (query = '') => await (await call('GET', `${entriesPath('board')}${query}`)).json() as ModeratedEntries,
  }
}

const short = (entries: Entry[]) => entries.map(({ text, people, state, merged }) =>
  `${text} ${people} ${state}${merged ? ` < ${merged.map(entry => entry.text).join()}` : ''}`)
const board = ({ tally }: RoomSnapshot) => tally && 'entries' in tally ? short(tally.entries) : []

describe('two questions that are merged', () => {
  it('add up, each voter once, on phones and for moderators, and can be taken apart again', async () => {
    const { room, ask, merge, list } = await startHere()
    await room.act('board', 'open')
    const ann = await ask({ ask: [NOW], up: [] })
    await ask({ ask: [LATE], up: [entryId(NOW)] })
    await ask({ ask: [], up: [entryId(NOW), entryId(LATE)] })
    await ask({ ask: [NOW, LATE], up: [] })
    await ask({ ask: [WHO], up: [entryId(LATE)] })
    expect(board(await ann.room())).toEqual([`${NOW} 4 shown`, `${LATE} 4 shown`, `${WHO} 1 shown`])

    expect(await merge(LATE, NOW)).toBe(204)
    expect(board(await ann.room())).toEqual([`${NOW} 5 shown < ${LATE}`, `${WHO} 1 shown`])
    expect(short((await list()).entries)).toContain(`${NOW} 5 shown < ${LATE}`)
    expect(await merge(LATE, NOW)).toBe(204)

    expect(await merge(LATE, null)).toBe(204)
    expect(board(await ann.room())).toEqual([`${NOW} 4 shown`, `${LATE} 4 shown`, `${WHO} 1 shown`])
  })

  it('stay merged over a restart and in the export, but not in the next round', async () => {
    const { room, ask, merge } = await startHere()
    await room.act('board', 'open')
    await ask({ ask: [NOW, LATE], up: [] })
    await merge(LATE, NOW)
    await room.close()
    const { room: again } = await startHere(`${room.folder}/room`)
    const results = await (await again.stage('GET', '/api/stage/results.json')).json() as {
      polls: { id: string, rounds: { tally: { entries?: Entry[] } }[] }[]
    }
    const entries = results.polls.find(({ id }) => id === 'board')?.rounds[0]?.tally.entries ?? []
    expect(short(entries)).toEqual([`${NOW} 1 shown < ${LATE}`])
    await again.act('board', 'reset')
    await again.act('board', 'open')
    const bob = await joinRoom(again.url)
    await bob.vote('board', { ask: [NOW, LATE], up: [] }, 2)
    expect(board(await bob.room())).toEqual([`${NOW} 1 shown`, `${LATE} 1 shown`])
  })

  it('keep the light on what is being answered', async () => {
    const { room, ask, merge, mark } = await startHere()
    await room.act('board', 'open')
    const ann = await ask({ ask: [NOW, LATE, WHO], up: [] })
    await mark(LATE, 'spotlight')
    await merge(LATE, NOW)
    expect(board(await ann.room())).toEqual([`${NOW} 1 spotlight < ${LATE}`, `${WHO} 1 shown`])
  })

  it('tell the room nothing of a text that it may not see', async () => {
    const { room, ask, merge, mark, list } = await startHere()
    await room.act('board', 'open')
    const ann = await ask({ ask: [NOW, LATE], up: [] })
    await ask({ ask: ['Why now, shit?'], up: [] })
    await mark(LATE, 'hidden')
    await merge('Why now, shit?', NOW)
    await merge(LATE, NOW)
    const seen = JSON.stringify({ ...await ann.room(), mine: null })
    for (const secret of ['shit', entryId('Why now, shit?'), LATE, entryId(LATE)])
      expect(seen).not.toContain(secret)
    expect(seen).toContain('"people":2')
    expect(short((await list()).entries)).toEqual([`${NOW} 2 shown < Why now, shit?,${LATE}`])
  })

  it('cannot be merged in a circle, twice, with themselves, with nothing, or in another poll', async () => {
    const { room, ask, merge, call } = await startHere()
    await room.act('board', 'open')
    await ask({ ask: [NOW, LATE, WHO], up: [] })
    expect(await merge(LATE, NOW)).toBe(204)
    // A second moderator, whose list is older.
    expect(await merge(NOW, LATE)).toBe(404)
    expect(await merge(LATE, WHO)).toBe(404)
    expect(await merge(NOW, NOW)).toBe(409)
    expect(await merge(NOW, 'Never asked')).toBe(404)
    expect(await merge('Never asked', null)).toBe(404)
    expect((await call('PUT', mergePath('word', entryId(NOW)), { into: entryId(WHO) })).status).toBe(404)
    expect((await call('PUT', mergePath('board', entryId(NOW)), { into: 7 })).status).toBe(400)
    expect((await call('PUT', mergePath('board', entryId(NOW)))).status).toBe(400)
    // Chains are one entry.
    expect(await merge(NOW, WHO)).toBe(204)
    expect(board(await (await joinRoom(room.url)).room())).toEqual([`${WHO} 1 shown < ${NOW},${LATE}`].map(text =>
      text.replace(`${NOW},${LATE}`, [NOW, LATE].sort().join())))
  })

  it('are one for two moderators who merge the same two at once, each the other way round', async () => {
    const { room, ask, merge, list } = await startHere()
    await room.act('board', 'open')
    await ask({ ask: [NOW, LATE], up: [] })
    const statuses = await Promise.all([merge(LATE, NOW), merge(NOW, LATE)])
    expect(statuses).toContain(204)
    expect((await list()).entries.length).toBe(1)
  })
})

describe('the list of a moderator', () => {
  it('begins with what waits, then the newest, and finds what is searched, merged or not', async () => {
    const { room, ask, merge, list } = await startHere()
    await room.act('board', 'open')
    for (const text of [WHO, 'Why now, shit?', NOW, LATE])
      await ask({ ask: [text], up: [] })
    // An older question that is supported is no newer for that.
    await ask({ ask: [], up: [entryId(WHO)] })
    expect(short((await list()).entries)).toEqual([
      'Why now, shit? 1 waiting',
      `${LATE} 1 shown`,
      `${NOW} 1 shown`,
      `${WHO} 2 shown`,
    ])
    expect(short((await list('?search=WHY+NOW')).entries)).toEqual(['Why now, shit? 1 waiting', `${NOW} 1 shown`])
    await merge(LATE, WHO)
    expect((await list('?search=so+late')).entries.map(({ text }) => text)).toEqual([WHO])
    expect((await list('?state=waiting')).entries.length).toBe(1)
    const counts = { waiting: 1, shown: 2 }
    expect(await list('?search=nothing+like+it')).toMatchObject({ found: 0, entries: [], counts })
  })

  it('counts all of thousands and brings as many as are asked for', async () => {
    const { room, list } = await startHere()
    await room.act('board', 'open')
    const slips = Array.from({ length: 700 }, (_, i) => ({
      answer: { ask: [0, 1, 2].map(n => `Question ${i + 1000} of group ${n}?`), up: [] },
      people: 1,
    }))
    expect((await room.stage('PUT', '/api/stage/polls/board/paper', { round: 1, slips })).status).toBe(200)
    const first = await list()
    // A number that looks like a blocked word waits.
    const { shown = 0, waiting = 0 } = first.counts
    expect([first.entries.length, first.found, shown + waiting]).toEqual([60, 2100, 2100])
    expect((await list('?count=2100')).entries.length).toBe(2100)
    expect((await list('?search=group+1&count=5'))).toMatchObject({ found: 700 })
  })

  it.each(['?count=0', '?count=x', '?count=1e9', '?state=loud', `?search=${'a'.repeat(201)}`])(
    'is refused with %s',
    async (query) => {
      const { call } = await startHere()
      expect((await call('GET', `${entriesPath('board')}${query}`)).status).toBe(400)
    },
  )

  it('is refused for a poll in which nobody writes', async () => {
    const { call } = await startHere()
    for (const poll of ['pick', 'nope'])
      expect((await call('GET', entriesPath(poll))).status).toBe(404)
  })

  it('is asked for again when the stream says that something is new, which tells nothing of other polls', async () => {
    const { room, ask } = await startHere()
    await room.act('board', 'open')
    const events = await readEvents<ModerationState>(`${room.url}${MODERATION_EVENTS_PATH}`, {
      Authorization: `Bearer ${room.keys.moderator}`,
    })
    const first = await events.until(() => true)
    expect(first).toMatchObject({ current: 'board', session: 'default' })
    expect(first.polls.map(({ id }) => id)).toEqual(['word', 'held', 'board'])
    await ask({ ask: [NOW], up: [] })
    await events.until(({ polls }) => polls.some(poll => poll.id === 'board' && poll.counts.shown === 1))
    await room.act('pick', 'open')
    const bob = await joinRoom(room.url)
    await bob.vote('pick', ['run'])
    await events.until(({ current }) => current === 'pick')
    for (const secret of ['counts":{"run', 'answered', 'One run'])
      expect(events.text()).not.toContain(secret)
  })

  it('marks nothing in a round that has begun meanwhile', async () => {
    const { room, ask, mark } = await startHere()
    await room.act('board', 'open')
    await ask({ ask: [NOW], up: [] })
    expect(await mark(NOW, 'hidden', '?round=1')).toBe(204)
    await room.act('board', 'reset')
    await room.act('board', 'open')
    const bob = await joinRoom(room.url)
    await bob.vote('board', { ask: [NOW], up: [] }, 2)
    expect(await mark(NOW, 'hidden', '?round=1')).toBe(409)
    expect(board(await bob.room())).toEqual([`${NOW} 1 shown`])
  })
})
