import type { Ref } from 'vue'
import type { Link } from '../polls/eventStream.ts'
import type { EntryState, ErrorBody, PaperRequest, StageAction, StageState } from '../polls/protocol.ts'
import { createGlobalState } from '@vueuse/core'
import { ref, shallowRef } from 'vue'
import { openEventStream } from '../polls/eventStream.ts'
import { actionPath, BEGIN_ANEW_PATH, entryPath, paperPath, roundPath } from '../polls/protocol.ts'
import { useSoloRoom } from './useSoloRoom.ts'

/** Undefined when done, else one sentence on why not. */
type Problem = string | undefined

export interface UseRoomClientReturn {
  /** Undefined until the room has answered; without a room, what one reader sees. */
  state: Readonly<Ref<StageState | undefined>>
  /** `none` where the deck runs without a room, as a static site does. */
  link: Readonly<Ref<Link | 'none'>>
  /** @param seconds of the clock that the action starts, 0 for none; left out: what the poll says */
  act: (poll: string, action: StageAction, seconds?: number) => Promise<Problem>
  /** Begins a new round of every poll that was asked. */
  beginAnew: () => Promise<Problem>
  /** Shows an earlier round of a poll again, or the last one. */
  showRound: (poll: string, round: number) => Promise<Problem>
  /** Shows, lights up, answers or hides a word or question. */
  setEntryState: (poll: string, entry: string, to: EntryState) => Promise<Problem>
  /** The slips entered from paper in the current round, or one sentence on why they are not known. */
  paperSlips: (poll: string) => Promise<PaperRequest | string>
  /** Replaces the slips entered from paper in that round. */
  setPaperSlips: (poll: string, slips: PaperRequest) => Promise<Problem>
}

const SESSION = '/api/stage/session'
const NO_ROOM = 'This deck was built without a room; npm start runs one beside it.'
const NO_ANSWER = 'The room did not answer. Look at the poll’s state, then try again.'
/** A call without an answer by then is reported, and the presenter may press again. */
const TIMEOUT_MS = 8000
let keyExchange: Promise<unknown> = Promise.resolve()

/** The one connection of this window to the room: slides, previews and overview share it. */
export const useRoomClient = createGlobalState(() => import.meta.env.ROOM_LIVE ? connectToRoom() : withoutRoom())

/**
 * Trades the stage key in an address such as `/presenter/1#stage=KEY` for an HttpOnly cookie. A fragment is never sent
 * to a server, and the caller takes it out of the address bar.
 *
 * @returns whether there was a key
 */
export function exchangeStageKey(hash: string): boolean {
  const key = new URLSearchParams(hash.slice(1)).get('stage')
  if (!key || !import.meta.env.ROOM_LIVE)
    return false
  keyExchange = fetch(SESSION, { method: 'POST', headers: { Authorization: `Bearer ${key}` } }).catch(() => {})
  return true
}

function withoutRoom(): UseRoomClientReturn {
  const refuse = async () => NO_ROOM
  return {
    state: useSoloRoom().state,
    link: ref('none'),
    act: refuse,
    beginAnew: refuse,
    showRound: refuse,
    setEntryState: refuse,
    paperSlips: refuse,
    setPaperSlips: refuse,
  }
}

function connectToRoom(): UseRoomClientReturn {
  const state = shallowRef<StageState>()
  const link = ref<Link>('connecting')

  function update(next: StageState, first = false) {
    if (first || !state.value || next.seq > state.value.seq)
      state.value = next
  }

  void keyExchange.then(() => openEventStream<StageState>({
    url: '/api/stage/events',
    event: 'stage',
    onData: update,
    onLink: next => link.value = next,
    // An EventSource does not tell a 401 from a lost network.
    isRefused: async () => (await fetch(SESSION)).status === 401,
  }))

  async function call<T>(path: string, method: string, body?: object): Promise<T | string> {
    try {
      const response = await fetch(path, {
        method,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      })
      const answer = (await response.json()) as T & Partial<ErrorBody>
      return answer.error?.message ?? answer
    }
    catch {
      return NO_ANSWER
    }
  }

  /** A call that is answered with the state after it. */
  async function change(path: string, method: string, body?: object): Promise<Problem> {
    const answer = await call<StageState>(path, method, body)
    if (typeof answer === 'string')
      return answer
    update(answer)
    return undefined
  }

  return {
    state,
    link,
    act: (poll, action, seconds) =>
      change(actionPath(poll, action), 'POST', seconds === undefined ? undefined : { seconds }),
    beginAnew: () => change(BEGIN_ANEW_PATH, 'POST'),
    showRound: (poll, round) => change(roundPath(poll), 'POST', { round }),
    setEntryState: (poll, entry, to) => change(entryPath(poll, entry, to), 'POST'),
    paperSlips: poll => call<PaperRequest>(paperPath(poll), 'GET'),
    setPaperSlips: (poll, slips) => change(paperPath(poll), 'PUT', slips),
  }
}
