import type { EditReply, EntryEdit } from '../../../src/polls/entries/sorting.ts'
import type { Entry } from '../../../src/polls/protocol.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSorting, keepOrder, withEdits } from '../../../src/polls/entries/sorting.ts'

const BASE = { poll: 'board', round: 1 }
const hide: EntryEdit = { ...BASE, entry: 'a', text: 'A', to: 'hidden' }
const merge: EntryEdit = { ...BASE, entry: 'b', text: 'B', into: 'a' }
const entry = (id: string, more: Partial<Entry> = {}): Entry => ({ id, text: id, people: 1, state: 'shown', ...more })

describe('edits on their way', () => {
  let replies: ((reply: EditReply) => void)[]
  let sent: EntryEdit[]
  let log: string[]
  beforeEach(() => {
    vi.useFakeTimers();
    [replies, sent, log] = [[], [], []]
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const create = () => createSorting({
    send: edit => new Promise((resolve) => {
      sent.push(edit)
      replies.push(resolve)
    }),
    backoff: failures => 100 * 2 ** failures,
    onChange: () => {},
    onDone: edit => log.push(`done ${edit.entry}`),
    onRefused: (edit, why) => log.push(`refused ${edit.entry}: ${why}`),
  })
  const answer = async (reply: EditReply) => {
    replies.at(-1)?.(reply)
    await vi.advanceTimersByTimeAsync(0)
  }

  it('go one after the other, in their order', async () => {
    const sorting = create()
    sorting.add(hide)
    sorting.add(merge)
    expect(sent).toEqual([hide])
    expect(sorting.pending()).toEqual([hide, merge])
    await answer('done')
    expect(sent).toEqual([hide, merge])
    await answer('done')
    expect([log, sorting.pending()]).toEqual([['done a', 'done b'], []])
  })

  it('are sent again while nobody answers, and say so', async () => {
    const sorting = create()
    sorting.add(hide)
    await answer(undefined)
    expect([sorting.isStuck(), sorting.pending()]).toEqual([true, [hide]])
    await vi.advanceTimersByTimeAsync(100)
    await answer(undefined)
    await vi.advanceTimersByTimeAsync(199)
    expect(sent.length).toBe(2)
    sorting.retryNow()
    expect(sent.length).toBe(3)
    await answer('done')
    expect([sorting.isStuck(), log]).toEqual([false, ['done a']])
  })

  it('are dropped when the room refuses them, and the next one goes', async () => {
    const sorting = create()
    sorting.add(hide)
    sorting.add(merge)
    await answer({ refused: 'A new round has begun.' })
    await answer('done')
    expect(log).toEqual(['refused a: A new round has begun.', 'done b'])
  })
})

describe('a list with edits', () => {
  const list = [entry('a', { state: 'spotlight' }), entry('b'), entry('c')]

  it('has one in the spotlight at most', () => {
    const edits: EntryEdit[] = [{ ...BASE, entry: 'c', text: '', to: 'spotlight' }]
    expect(withEdits(list, edits).map(({ state }) => state)).toEqual(['shown', 'shown', 'spotlight'])
  })

  it('shows a merged one under the other, and takes it out again', () => {
    const merged = withEdits(list, [merge])
    expect(merged.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(merged[0]?.merged).toEqual([{ id: 'b', text: 'b', state: 'shown' }])
    expect(withEdits(merged, [{ ...merge, into: null }])[0]).toEqual(list[0])
    // One that another moderator has hidden from this list meanwhile.
    expect(withEdits(list, [{ ...merge, into: 'gone' }])).toEqual(list)
  })

  it('keeps its order when the room sorts anew', () => {
    const fresh = [entry('d'), entry('c', { people: 9 }), entry('a', { merged: [{ id: 'b', text: 'b' }] })]
    expect(keepOrder(list, fresh, true).map(({ id, people }) => `${id} ${people}`)).toEqual(['a 1', 'c 9'])
    // What was not asked for may still be there; what was merged is not.
    expect(keepOrder([...list, entry('z')], fresh, false).map(({ id }) => id)).toEqual(['a', 'c', 'z'])
  })
})
