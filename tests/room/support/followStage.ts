import type { StageState } from '../../../src/polls/protocol.ts'
import type { EventReader } from './readEvents.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { readEvents } from './readEvents.ts'

export interface FollowedStage {
  /** How many streams have brought an event so far. */
  connections: () => number
  /** Every time a round had fewer answers than before, as `poll/round: before > after`. */
  losses: () => string[]
}

/** Follows a room's stage events as a deck does, through restarts, until the test ends. */
export function followStage(url: string, key: string): FollowedStage {
  const streams: EventReader<StageState>[] = []
  const over = new AbortController()
  onTestFinished(() => over.abort())

  async function follow() {
    while (!over.signal.aborted) {
      const stream = await readEvents<StageState>(`${url}/api/stage/events`, { Authorization: `Bearer ${key}` }).catch(
        () => undefined,
      )
      if (stream)
        streams.push(stream)
      await (stream?.ended ?? pause(50))
    }
  }
  void follow()

  return {
    connections: () => streams.filter(stream => stream.events.length > 0).length,
    losses() {
      const most = new Map<string, number>()
      const states = streams
        .flatMap(stream => stream.events)
        .filter(event => event.event === 'stage')
        .map(event => event.data)
      return states.flatMap(({ polls }) =>
        Object.values(polls).flatMap(({ id, round, answered }) => {
          const name = `${id}/${round}`
          const before = most.get(name) ?? 0
          most.set(name, Math.max(before, answered))
          return answered < before ? [`${name}: ${before} > ${answered}`] : []
        }),
      )
    },
  }
}
