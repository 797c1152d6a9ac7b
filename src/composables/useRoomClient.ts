import type { Ref } from 'vue'
import type { Link } from '../polls/eventStream.ts'
import type { AdhocRequest, ErrorBody, PaperRequest, StageAction, StageState, SyncEvent } from '../polls/protocol.ts'
import type { ReactionCounts } from '../polls/reactions/reactions.ts'
import { createGlobalState } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import { keepPolls, setEditedPolls, setTypedPolls } from '../polls/browser/pollLookup.ts'
import { windowSync } from '../polls/browser/windowSync.ts'
import { browser, openEventStream } from '../polls/eventStream.ts'
import {
  actionPath,
  ADHOC_PATH,
  adhocShownPath,
  BEGIN_ANEW_PATH,
  cardsPath,
  FOLLOW_EVENTS_PATH,
  NOTES_PATH,
  paperPath,
  roundPath,
  STAGE_SILENCE_MS,
} from '../polls/protocol.ts'
import { MUTE_PATH } from '../polls/reactions/reactions.ts'
import { useSoloRoom } from './useSoloRoom.ts'

/** Undefined when done, else one sentence on why not. */
type Problem = string | undefined

export interface UseRoomClientReturn {
  /** Undefined until the room has answered; without a room, what one reader sees. */
  state: Readonly<Ref<StageState | undefined>>
  /** `none` where the deck runs without a room, as a static site does. */
  link: Readonly<Ref<Link | 'none'>>
  /** Whether this window may change something: the room answers, and not only with the key of the wall. */
  canAct: Readonly<Ref<boolean>>
  /** @param seconds of the clock that the action starts, 0 for none; left out: what the poll says */
  act: (poll: string, action: StageAction, seconds?: number) => Promise<Problem>
  /** Begins a new round of every poll that was asked. */
  beginAnew: () => Promise<Problem>
  /** Shows the room's curve, and on each phone its own card; or no longer. */
  showCards: (isShown: boolean) => Promise<Problem>
  /** The reactions that came last: a new object for each message, at most two a second. */
  reactions: Readonly<Ref<ReactionCounts | undefined>>
  muteReactions: (isMuted: boolean) => Promise<Problem>
  /** Asks a poll that was typed. */
  askAdhoc: (request: AdhocRequest) => Promise<Problem>
  /** Shows a poll that was typed over the slide again, or puts it away. */
  showAdhoc: (poll: string, shown: boolean) => Promise<Problem>
  /** Shows an earlier round of a poll again, or the last one. */
  showRound: (poll: string, round: number) => Promise<Problem>
  /** The slips entered from paper in the current round, or one sentence on why they are not known. */
  paperSlips: (poll: string) => Promise<PaperRequest | string>
  /** Replaces the slips entered from paper in that round. */
  setPaperSlips: (poll: string, slips: PaperRequest) => Promise<Problem>
}

/** The address of a call: in a built deck, beside the folder that the deck is served from. */
const inRoom = (path: string) => `${import.meta.env.ROOM_ROOT}${path}`
const SESSION = inRoom('/api/stage/session')
/** Whether this window is one of a remote audience, which needs no key and can do nothing. */
export const isFollower = typeof location !== 'undefined' && new URLSearchParams(location.search).has('follow')
const NO_ROOM = 'This deck was built without a room; npm start runs one beside it.'
const NO_ANSWER = 'The room did not answer. Look at the poll’s state, then try again.'
/** A call without an answer by then is reported, and the presenter may press again. */
const TIMEOUT_MS = 8000
let keyExchange: Promise<unknown> = Promise.resolve()

/** The one connection of this window to the room: slides, previews and overview share it. */
export const useRoomClient = createGlobalState(() => import.meta.env.ROOM_LIVE ? connectToRoom() : withoutRoom())

/**
 * Trades the stage key in an address such as `/presenter/1#stage=KEY`, or the key of the wall in `/#wall=KEY`, for an
 * HttpOnly cookie. A fragment is never sent to a server, and the caller takes it out of the address bar.
 *
 * @returns whether there was a key
 */
export function exchangeStageKey(hash: string): boolean {
  const fragment = new URLSearchParams(hash.slice(1))
  const key = fragment.get('stage') ?? fragment.get('wall')
  if (!key || !import.meta.env.ROOM_LIVE)
    return false
  keyExchange = fetch(SESSION, { method: 'POST', headers: { Authorization: `Bearer ${key}` } }).catch(() => {})
  return true
}

/** The notes of all slides as HTML, for a presenter's window; undefined where it may not have them. */
export async function fetchNotes(): Promise<string[] | undefined> {
  await keyExchange
  const notes = await call<string[]>(NOTES_PATH, 'GET')
  return Array.isArray(notes) ? notes : undefined
}

function withoutRoom(): UseRoomClientReturn {
  const refuse = async () => NO_ROOM
  return {
    state: useSoloRoom().state,
    link: ref('none'),
    canAct: ref(false),
    act: refuse,
    beginAnew: refuse,
    showCards: refuse,
    reactions: shallowRef(),
    muteReactions: refuse,
    askAdhoc: refuse,
    showAdhoc: refuse,
    showRound: refuse,
    paperSlips: refuse,
    setPaperSlips: refuse,
  }
}

function connectToRoom(): UseRoomClientReturn {
  const state = shallowRef<StageState>()
  const link = ref<Link>('connecting')
  const reactions = shallowRef<ReactionCounts>()

  function update(next: StageState, first = false) {
    if (!first && state.value && next.seq <= state.value.seq)
      return
    if (next.refused ?? state.value?.refused)
      keepPolls(Object.fromEntries(Object.entries(next.refused?.polls ?? {}).map(([id, { kept }]) => [id, kept])))
    setEditedPolls(next.edited ?? [])
    setTypedPolls(next.adhoc ?? [])
    state.value = next
  }

  void keyExchange.then(() => listen({ update, link, reactions }))

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
    canAct: computed(() => link.value === 'live' && !state.value?.readOnly),
    act: (poll, action, seconds) =>
      change(actionPath(poll, action), 'POST', seconds === undefined ? undefined : { seconds }),
    beginAnew: () => change(BEGIN_ANEW_PATH, 'POST'),
    showCards: isShown => change(cardsPath(isShown ? 'show' : 'hide'), 'POST'),
    reactions,
    muteReactions: muted => change(MUTE_PATH, 'POST', { muted }),
    askAdhoc: request => change(ADHOC_PATH, 'POST', request),
    showAdhoc: (poll, shown) => change(adhocShownPath(poll), 'POST', { shown }),
    showRound: (poll, round) => change(roundPath(poll), 'POST', { round }),
    paperSlips: poll => call<PaperRequest>(paperPath(poll), 'GET'),
    setPaperSlips: (poll, slips) => change(paperPath(poll), 'PUT', slips),
  }
}

interface Heard {
  update: (next: StageState, first: boolean) => void
  link: Ref<Link>
  reactions: Ref<ReactionCounts | undefined>
}

/** Opens the stream of the room, and keeps what it sends. */
function listen({ update, link, reactions }: Heard): void {
  const { begin, lose, ready, take } = windowSync
  openEventStream<StageState>({
    url: inRoom(isFollower ? FOLLOW_EVENTS_PATH : '/api/stage/events'),
    event: 'stage',
    onData(next, first) {
      update(next, first)
      // All that windows share came before it.
      if (first)
        ready(next.readOnly === undefined)
    },
    onLink(next) {
      if (next !== 'live')
        lose()
      link.value = next
    },
    device: listeningFor(begin, {
      reactions: data => reactions.value = data as ReactionCounts,
      sync: data => take(data as SyncEvent),
    }),
    // An EventSource does not tell a 401 from a lost network.
    isRefused: async () => (await fetch(SESSION)).status === 401,
    ...isFollower ? {} : { silenceMs: STAGE_SILENCE_MS },
  })
}

/**
 * This browser, which hears other events on the same stream, too; a reaction that is missed does no harm.
 *
 * @param onConnect called when a connection begins
 * @param listeners what is called with the data of each event
 */
function listeningFor(onConnect: () => void, listeners: Record<string, (data: unknown) => void>): typeof browser {
  return {
    ...browser,
    connect(url) {
      onConnect()
      const source = browser.connect(url)
      for (const [event, onData] of Object.entries(listeners))
        source.addEventListener(event, ({ data }) => onData(JSON.parse(data)))
      return source
    },
  }
}

/** @returns the answer, or one sentence on why there is none */
async function call<T>(path: string, method: string, body?: object): Promise<T | string> {
  try {
    const response = await fetch(inRoom(path), {
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
