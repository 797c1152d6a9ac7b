import type { PollState } from '../../src/polls/phase.ts'
import type { Store } from '../../src/polls/store.ts'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { createCounts } from '../../src/room/counts.ts'
import { openSqliteStore } from '../../src/room/stores/sqlite.ts'
import { EVERY_KIND } from './support/everyKind.ts'
import { put } from './support/openedStore.ts'
import { pollsFile, tempFolder } from './support/testRoom.ts'

const KEY = { session: 's', poll: 'pick', round: 1 }

/** Counts over a real store, whose queries are spied on. */
async function countHere() {
  const folder = tempFolder()
  const store = openSqliteStore(join(folder, 'room.sqlite'))
  onTestFinished(() => store.close())
  const answers = vi.spyOn(store, 'answers')
  const moves = vi.spyOn(store, 'moves')
  const states = new Map<string, PollState>()
  const [pick = expect.unreachable()] = readPolls(pollsFile(folder, EVERY_KIND))
  await put(store, KEY, 'open')
  const vote = (voter: string, answer: string, key = KEY) => (store as Store).cast({ ...key, voter, answer: [answer] })
  return {
    store,
    answers,
    moves,
    states,
    pick,
    vote,
    counts: createCounts(store, 's', poll => states.get(poll) ?? { phase: 'open', round: 1 }),
  }
}

describe('createCounts', () => {
  it('counts a round once for all who ask, and again after a ballot', async () => {
    const { counts, answers, pick, vote } = await countHere()
    await vote('ann', 'run')
    const both = await Promise.all([counts.of(pick), counts.of(pick)])
    expect(both[0]).toBe(both[1])
    expect(await counts.of(pick)).toBe(both[0])
    expect(answers).toHaveBeenCalledTimes(1)
    await vote('bob', 'run')
    counts.changed('pick', 1)
    expect((await counts.of(pick)).tally).toEqual({ kind: 'choice', people: 2, counts: { run: 2, all: 0 } })
    expect(answers).toHaveBeenCalledTimes(2)
  })

  it('keeps a count when a ballot of another round or poll comes', async () => {
    const { counts, answers, pick } = await countHere()
    await counts.of(pick)
    counts.changed('pick', 2)
    counts.changed('many', 1)
    await counts.of(pick)
    expect(answers).toHaveBeenCalledTimes(1)
  })

  it('counts the current round by default, or the one that is named', async () => {
    const { counts, states, store, pick, vote } = await countHere()
    await vote('ann', 'run')
    await put(store, { ...KEY, round: 2 }, 'open')
    await vote('ann', 'all', { ...KEY, round: 2 })
    states.set('pick', { phase: 'open', round: 2, edits: { 1: { paper: [{ answer: ['all'], people: 3 }] } } })
    expect((await counts.of(pick)).tally).toEqual({ kind: 'choice', people: 1, counts: { run: 0, all: 1 } })
    expect((await counts.of(pick, 1)).tally).toEqual({
      kind: 'choice',
      people: 4,
      paper: 3,
      counts: { run: 1, all: 3 },
    })
  })

  it('counts rounds and moves again after clear', async () => {
    const { counts, answers, moves, pick } = await countHere()
    for (let i = 0; i < 2; i++) {
      await counts.of(pick)
      expect(await counts.moves('pick', 'many')).toBeUndefined()
      await counts.moves('pick', 'many')
      counts.clear()
    }
    expect(answers).toHaveBeenCalledTimes(2)
    expect(moves).toHaveBeenCalledTimes(2)
  })

  it('counts again after a count that failed', async () => {
    const { counts, answers, pick } = await countHere()
    answers.mockRejectedValueOnce(new Error('down'))
    await expect(counts.of(pick)).rejects.toThrow('down')
    expect((await counts.of(pick)).tally.people).toBe(0)
  })

  it('keeps a newer count when an older one fails late', async () => {
    const { counts, answers, pick } = await countHere()
    let fail = () => {}
    answers.mockImplementationOnce(() => new Promise((_, reject) => fail = () => reject(new Error('down'))))
    const early = counts.of(pick)
    counts.changed('pick', 1)
    const late = await counts.of(pick)
    fail()
    await expect(early).rejects.toThrow('down')
    expect(await counts.of(pick)).toBe(late)
    expect(answers).toHaveBeenCalledTimes(2)
  })

  it('counts again for a ballot that comes while the store is asked', async () => {
    const { counts, answers, pick, vote } = await countHere()
    let lift = () => {}
    answers.mockImplementationOnce(() => new Promise(resolve => lift = () => resolve([])))
    const early = counts.of(pick)
    await vote('ann', 'run')
    counts.changed('pick', 1)
    lift()
    expect((await early).tally.people).toBe(0)
    expect((await counts.of(pick)).tally.people).toBe(1)
  })
})
