import type { Router } from 'vue-router'
import type { SyncPatch } from '../../src/polls/browser/syncLink.ts'
import type { SyncChannel } from '../../src/polls/protocol.ts'
import { addSyncMethod, disableBuiltinSync, sharedState, useNav } from '@slidev/client'
import { drawingState } from '@slidev/client/state/drawings.ts'
import { toRaw } from 'vue'
import { useRouter } from 'vue-router'
import { windowSync } from '../../src/polls/browser/windowSync.ts'

/** Slidev's states, by the end of their keys, and the channel of the room that carries each. */
const CHANNELS: Record<string, SyncChannel> = { shared: 'deck', drawings: 'drawings' }

function without(state: SyncPatch, fields: string[]): SyncPatch {
  return Object.fromEntries(Object.entries(state).filter(([name]) => !fields.includes(name)))
}

/** Who moved last is known to the room, and the count of clicks to each window. */
const shared = (state: SyncPatch) => without(state, ['lastUpdate', 'clicksTotal'])

/**
 * Keeps the windows of the deck in step over the room, so that they may be on several machines: the slide and its
 * clicks, the timer, drawings and the pointer. Slidev's own way reaches the windows of one browser only, and tells all
 * windows where each has followed to, which takes a presenter who goes on quickly back. Without a room, the windows of
 * one browser tell each other.
 *
 * To be called before Slidev's own handlers are there, as in a root setup.
 */
export function keepInStep(): void {
  const router = useRouter()
  const { isPresenter, currentSlideNo, clicksContext } = useNav()
  /** Who opens a certain slide goes there with everybody; a window that is only opened, or again, follows. */
  let leads = import.meta.env.ROOM_LIVE && isOpenedAtSlide()
  const { isFollowing, expectMove } = watchMoves(router)
  leaveSlidevSync()
  if (!import.meta.env.ROOM_LIVE)
    windowSync.stayAlone()
  addSyncMethod({
    init(key, onUpdate, state) {
      const channel = CHANNELS[key.split(' - ').at(-1) ?? '']
      if (channel === undefined)
        return undefined
      /** What the room has of each field, as JSON. */
      const known = new Map<string, string>()
      const receive = createInbox(state as SyncPatch, (fields) => {
        // Slidev's presenters do not follow presenters, nor slides windows each other.
        const lastUpdate = { id: 'room', type: isPresenter.value ? 'viewer' : 'presenter', time: Date.now() }
        onUpdate({ ...fields, ...('page' in fields || 'clicks' in fields) && { lastUpdate } } as never)
      })
      /** Until it knows how things stand, a window has nothing to tell: it would take all others to its first slide. */
      let isSettled = false
      if (!import.meta.env.ROOM_LIVE)
        void router.isReady().then(() => isSettled = true)
      const send = windowSync.join(channel, {
        async onPatch(patch, toHere) {
          // Not before the window is where its address says: that move would come after this one.
          const [canAct] = await Promise.all([windowSync.whenReady, router.isReady()])
          isSettled = true
          let fields = arrived(patch, toHere)
          if (leads && canAct && 'page' in fields) {
            fields = without(fields, ['page', 'clicks'])
            send({ page: +currentSlideNo.value, clicks: +clicksContext.value.current })
          }
          leads = false
          note(known, fields)
          expectMove(fields)
          receive(fields)
        },
        whole() {
          isSettled = true
          return shared(state as SyncPatch)
        },
      })
      return (next) => {
        if (!isSettled || isFollowing(next as SyncPatch))
          return
        const changed = changedFields(shared(next as SyncPatch), known)
        if (Object.keys(changed).length === 0)
          return
        note(known, changed)
        send(withPosition(changed, next as SyncPatch))
      }
    },
  })
}

/** Ends Slidev's own ways: between windows of a browser, and over the dev server, whose states have a switch each. */
function leaveSlidevSync(): void {
  disableBuiltinSync()
  if (__SLIDEV_HAS_SERVER__) {
    for (const state of [sharedState, drawingState])
      Object.assign(toRaw(state), { $syncUp: false, $syncDown: false })
  }
}

/** Whether somebody asked for a slide by its address: neither the start page nor a reload. */
function isOpenedAtSlide(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const no = /\/(\d+)$/.exec(location.pathname)?.[1]
  return navigation?.type === 'navigate' && no !== undefined && no !== '1'
}

const jsonOf = (state: SyncPatch) =>
  new Map(Object.entries(state).map(([name, value]) => [name, JSON.stringify(value ?? null)]))

function changedFields(state: SyncPatch, known: Map<string, string>): SyncPatch {
  return Object.fromEntries(
    Object.entries(state)
      .filter(([name, value]) => JSON.stringify(value ?? null) !== (known.get(name) ?? 'null'))
      .map(([name, value]) => [name, value ?? null]),
  )
}

function note(known: Map<string, string>, patch: SyncPatch): void {
  Object.entries(patch).forEach(([name, value]) => known.set(name, JSON.stringify(value ?? null)))
}

/** A slide without its clicks, or clicks without their slide, would be another place. */
function withPosition(patch: SyncPatch, { page, clicks }: SyncPatch): SyncPatch {
  return 'page' in patch || 'clicks' in patch ? { ...patch, page, clicks } : patch
}

interface Timer {
  startedAt: number
  pausedAt: number
}

/** A change with its times by the clock of this machine. */
function arrived(patch: SyncPatch, toHere: (time: number) => number): SyncPatch {
  const fields = Object.fromEntries(Object.entries(patch).map(([name, value]) => [name, value ?? undefined]))
  const timer = patch.timer as Timer | undefined
  return timer
    ? {
        ...fields,
        timer: {
          ...timer,
          startedAt: timer.startedAt && toHere(timer.startedAt),
          pausedAt: timer.pausedAt && toHere(timer.pausedAt),
        },
      }
    : fields
}

/** Slidev drops what it is told in the moment of a move of its own: it is told again. */
const AGAIN_MS = 10

/** Hands changes to one of Slidev's states, the newest value of each field, until it has them. */
function createInbox(state: SyncPatch, onUpdate: (patch: SyncPatch) => void): (fields: SyncPatch) => void {
  let fields: SyncPatch = {}
  let timer: ReturnType<typeof setTimeout> | undefined

  function hand(): void {
    clearTimeout(timer)
    onUpdate(fields)
    fields = changedFields(fields, jsonOf(state))
    if (Object.keys(fields).length > 0)
      timer = setTimeout(hand, AGAIN_MS)
  }

  return (next) => {
    fields = { ...fields, ...next }
    hand()
  }
}

/**
 * Tells moves of this window from those that only follow another one, which must not be sent on: a presenter who goes
 * on quickly would be taken back by them.
 */
function watchMoves(router: Router) {
  const { clicksContext, currentSlideNo } = useNav()
  const here = () => `${currentSlideNo.value} ${clicksContext.value.current}`
  /** Positions that the room has sent and that this window goes to, the last one last. */
  const awaited: string[] = []
  /** Where this window has been taken just now. */
  let followed: string | undefined

  router.afterEach((to) => {
    const at = awaited.indexOf(`${currentSlideNo.value} ${to.query.clicks ?? 0}`)
    if (at < 0)
      return
    // What came before it is overtaken.
    awaited.splice(0, at + 1)
    const place = followed = here()
    // After all that Slidev says of this move. A key that is pressed before that is a move of its own.
    setTimeout(() => followed = followed === place ? undefined : followed)
  })

  return {
    isFollowing: ({ page, clicks }: SyncPatch) => followed === `${page} ${clicks}`,
    expectMove({ page, clicks = 0 }: SyncPatch) {
      if (page === undefined)
        return
      if (`${page} ${clicks}` === here())
        awaited.length = 0
      else
        awaited.push(`${page} ${clicks}`)
    },
  }
}
