import type { Ref } from 'vue'
import type { BallotStorage, LocalBallot, Outcome } from '../polls/delivery.ts'
import type { Answer, RoomSnapshot, RoomState } from '../polls/protocol.ts'
import type { RoundId } from '../polls/round.ts'
import { ref, shallowRef } from 'vue'
import { createDelivery } from '../polls/delivery.ts'
import { askedRound, roundKey, roundOf } from '../polls/round.ts'

/** `sending` until the room has the answer on disk, then what became of it. */
export type BallotStatus = 'none' | 'sending' | Outcome

export interface UseBallotOptions {
  /** Called where the room answers a late ballot with its state. */
  onRoom: (room: RoomSnapshot) => void
}

/** What this phone has in one round, and how far it has come. */
export interface OwnBallot {
  status: Ref<BallotStatus>
  /** What the voter last chose there. */
  chosen: Ref<Answer | undefined>
}

export interface UseBallotReturn extends OwnBallot {
  /** The same of the board that takes questions at any time, while another poll or none is on screen. */
  aside: OwnBallot
  send: (ballot: LocalBallot) => void
  /**
   * Brings status and choice in line with the room as the server tells it.
   *
   * @param mine this phone's ballots there, undefined where the message does not say
   * @param asked when the message was asked for: one from before the last receipt may not know of it
   */
  follow: (room: RoomState, mine: Partial<Pick<RoomSnapshot, 'mine' | 'mineAsked'>>, asked?: number) => void
  retryNow: () => void
}

const STORAGE_KEY = 'ballot'

/** As this tab left them: another tab of the phone may have put its own beside them. */
let ownItems: string[] = []

/**
 * What is kept. A page from before kept one ballot, and not a list; that of another server at this address may have
 * left anything.
 */
function readItems(): LocalBallot[] {
  const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]') as LocalBallot[] | LocalBallot
  return [kept].flat().filter(ballot => ballot?.round > 0)
}

/** Private browsing may forbid storage: then the answers live as long as the page. */
const storage: BallotStorage<LocalBallot> = {
  load() {
    try {
      const kept = readItems()
      ownItems = kept.map(ballot => JSON.stringify(ballot))
      return kept
    }
    catch {
      return []
    }
  },
  save(ballots) {
    try {
      const rounds = ballots.map(roundKey)
      // What another tab has not sent yet is kept for it.
      const others = readItems()
        .filter(other => !ownItems.includes(JSON.stringify(other)) && !rounds.includes(roundKey(other)))
      ownItems = ballots.map(ballot => JSON.stringify(ballot))
      const kept = [...others, ...ballots]
      if (kept.length > 0)
        localStorage.setItem(STORAGE_KEY, JSON.stringify(kept))
      else
        localStorage.removeItem(STORAGE_KEY)
    }
    catch {}
  },
}

/** Calls back once another tab of this phone has brought its answer to the room. */
export function onOtherTab(callback: () => void): void {
  addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (key === STORAGE_KEY && (newValue ?? '').length < (oldValue ?? '').length)
      callback()
  })
}

/** This phone's ballots: what was chosen, and how far it has come. */
export function useBallot({ onRoom }: UseBallotOptions): UseBallotReturn {
  const counted: Counted = new Map()
  const [onScreen, aside] = [0, 1].map(() =>
    ({ key: '', status: ref<BallotStatus>('none'), chosen: shallowRef<Answer>() })) as [Track, Track]
  const tracksOf = (round: RoundId) => [onScreen, aside].filter(({ key }) => key === roundKey(round))

  const { pending, send, retryNow } = createDelivery({
    // From where the page is, which may be under a path.
    fetch: (path, request) => fetch(`.${path}`, request),
    storage,
    onSettled(ballot, outcome, { answer, room }) {
      // Another answer has taken its place.
      if (pending(ballot))
        return
      const key = roundKey(ballot)
      // As it was counted: texts tidied, equal ones merged.
      if (outcome === 'counted')
        counted.set(key, { answer: answer ?? ballot.answer, at: performance.now() })
      for (const track of tracksOf(ballot)) {
        // Show the answer that counts, even if the new one does not.
        track.chosen.value = counted.get(key)?.answer
        track.status.value = outcome
      }
      if (room)
        onRoom(room)
    },
  })

  function turnTo(track: Track, round: RoundId | undefined, isOpen: boolean) {
    const key = round ? roundKey(round) : ''
    const ballot = round && pending(round)
    track.chosen.value = ballot ? ballot.answer : counted.get(key)?.answer
    // That an answer was late or refused stays said until another can be given.
    const isOver = key === track.key && !isOpen
    if (ballot || !(isOver && (track.status.value === 'late' || track.status.value === 'refused')))
      track.status.value = ballot ? 'sending' : track.chosen.value === undefined ? 'none' : 'counted'
    track.key = key
  }

  return {
    status: onScreen.status,
    chosen: onScreen.chosen,
    aside,
    send(ballot) {
      for (const track of tracksOf(ballot)) {
        track.chosen.value = ballot.answer
        track.status.value = 'sending'
      }
      send(ballot)
    },
    follow(room, { mine, mineAsked }, asked = Infinity) {
      take(counted, roundOf(room), mine, asked)
      take(counted, askedRound(room), mineAsked, asked)
      turnTo(onScreen, roundOf(room), room.phase === 'open')
      turnTo(aside, askedRound(room), false)
    },
    retryNow,
  }
}

/** One of the two rounds in which this phone may have a ballot now. */
interface Track extends OwnBallot {
  /** Of the round; empty for none. */
  key: string
}

/** What the room has of this phone, and when it gave its last receipt, by round. */
type Counted = Map<string, { answer: Answer | undefined, at: number }>

/** Takes over what the room has of this phone, unless a receipt is newer than the question. */
function take(counted: Counted, round: RoundId | undefined, mine: Answer | null | undefined, asked: number): void {
  const at = round && (counted.get(roundKey(round))?.at ?? 0)
  if (round && at !== undefined && mine !== undefined && asked > at)
    counted.set(roundKey(round), { answer: mine ?? undefined, at })
}
