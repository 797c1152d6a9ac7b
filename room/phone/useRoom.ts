import type { Ref } from 'vue'
import type { Link } from '../../composables/eventStream.ts'
import type { Answer, RoomSnapshot, RoomState } from '../protocol.ts'
import type { UseBallotReturn } from './useBallot.ts'
import { onUnmounted, ref, shallowRef } from 'vue'
import { openEventStream } from '../../composables/eventStream.ts'
import { useBallot } from './useBallot.ts'

export interface UseRoomReturn {
  room: Ref<RoomState | undefined>
  link: Ref<Link>
  ballot: UseBallotReturn
  vote: (answer: Answer) => void
}

/** The room as this phone knows it. */
export function useRoom(): UseRoomReturn {
  const room = shallowRef<RoomState>()
  const link = ref<Link>('connecting')
  const ballot = useBallot(snapshot => take(snapshot, false))

  function take(state: RoomState & Partial<RoomSnapshot>, first: boolean, asked?: number) {
    // Answers to a ballot and events of the stream may overtake each other: the higher number is the newer state.
    if (!first && room.value && state.seq < room.value.seq)
      return
    room.value = state
    ballot.follow(state, state.mine, asked)
  }

  onUnmounted(openEventStream<RoomState>({
    url: '/api/room/events',
    event: 'room',
    onData: take,
    onLink(now) {
      const back = now === 'live' && link.value !== 'live'
      link.value = now
      if (back)
        ballot.retryNow()
    },
  }))

  function vote(answer: Answer) {
    const { session, poll, round } = room.value ?? {}
    if (session !== undefined && poll && round !== undefined)
      ballot.send({ session, poll: poll.id, round, answer })
  }

  return { room, link, ballot, vote }
}
