import type { Ref } from 'vue'
import type { Link } from '../polls/eventStream.ts'
import type { Answer, RoomSnapshot, RoomState } from '../polls/protocol.ts'
import type { UseBallotReturn } from './useBallot.ts'
import { onUnmounted, ref, shallowRef } from 'vue'
import { browser, openEventStream } from '../polls/eventStream.ts'
import { withAsking } from '../polls/heldBack.ts'
import { askedRound, roundOf } from '../polls/round.ts'
import { onOtherTab, useBallot } from './useBallot.ts'

export interface UseRoomReturn {
  room: Ref<RoomState | undefined>
  link: Ref<Link>
  /** Whether nothing was heard for so long that the room is probably over. */
  hasEnded: Ref<boolean>
  ballot: UseBallotReturn
  vote: (answer: Answer) => void
  /** Sends what this phone has on the board that takes questions at any time. */
  ask: (answer: Answer) => void
}

/** A break in the talk, a laptop that sleeps, a walk to another hall: none takes so long. */
const ENDED_AFTER_MS = 180_000

/** The state as text; undefined where the room does not answer with it. */
async function askRoom(): Promise<string | undefined> {
  const response = await fetch('./api/room')
  return response.ok ? response.text() : undefined
}

/** The room as this phone knows it. */
export function useRoom(): UseRoomReturn {
  const room = shallowRef<RoomState>()
  const link = ref<Link>('connecting')
  const hasEnded = ref(false)
  let silence: ReturnType<typeof setTimeout> | undefined
  const ballot = useBallot({ onRoom: snapshot => take(snapshot, false) })

  function take(state: RoomState & Partial<RoomSnapshot>, first: boolean, asked?: number) {
    // Answers to a ballot and events of the stream may overtake each other: the higher number is the newer state.
    if (!first && room.value && state.seq < room.value.seq)
      return
    room.value = state
    ballot.follow(state, state, asked)
  }

  onUnmounted(openEventStream<RoomState>({
    url: './api/room/events',
    event: 'room',
    device: withAsking(browser, 'room', askRoom),
    onData: take,
    onLink(now) {
      if (now !== 'live') {
        silence ??= setTimeout(() => hasEnded.value = true, ENDED_AFTER_MS)
      }
      else if (link.value !== now) {
        clearTimeout(silence)
        silence = undefined
        hasEnded.value = false
        ballot.retryNow()
      }
      link.value = now
    },
  }))

  // The tabs of one phone have one ballot: what one of them has changed, the others ask the room for.
  onOtherTab(async () => {
    const asked = performance.now()
    const state = await askRoom().catch(() => undefined)
    if (state)
      take(JSON.parse(state) as RoomSnapshot, false, asked)
  })

  function vote(answer: Answer) {
    const round = room.value && roundOf(room.value)
    if (round)
      ballot.send({ ...round, answer })
  }

  function ask(answer: Answer) {
    const round = room.value && askedRound(room.value)
    if (round)
      ballot.send({ ...round, answer })
  }

  return { room, link, hasEnded, ballot, vote, ask }
}
