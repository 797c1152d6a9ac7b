import type { Device, EventSourceLike } from './eventStream.ts'

/** The room sends its state at once; a stream that has not brought it by then is probably held back. */
const FIRST_EVENT_MS = 4000
const ASK_EVERY_MS = 3000

/** Asks the room for its state, once. Resolves to the data of an event, undefined where there is no answer. */
type Ask = () => Promise<string | undefined>
type Listener = Parameters<EventSourceLike['addEventListener']>[1]

/**
 * A device whose streams also work behind a proxy that holds events back until it has many of them. Where none has come
 * after four seconds, the state is asked for every three seconds, and each answer is heard as an event.
 *
 * @param device that opens the stream itself
 * @param event the one that is answered in its place
 * @param ask asks for it
 */
export function withAsking(device: Device, event: string, ask: Ask): Device {
  return { ...device, connect: url => openAsking(() => device.connect(url), event, ask) }
}

function openAsking(connect: () => EventSourceLike, event: string, ask: Ask): EventSourceLike {
  const listeners: [type: string, listener: Listener][] = []
  let isOver = false
  let source = listen(connect())
  let timer = setTimeout(next, FIRST_EVENT_MS, true)

  function stop() {
    isOver = true
    clearTimeout(timer)
  }

  function listen(to: EventSourceLike) {
    const connectedAt = performance.now()
    // What nobody holds back comes at once.
    to.addEventListener(event, () => performance.now() - connectedAt < FIRST_EVENT_MS && stop())
    listeners.forEach(pair => to.addEventListener(...pair))
    return to
  }

  async function next(isFirst: boolean) {
    const data = await ask().catch(() => undefined)
    if (isOver)
      return
    timer = setTimeout(next, ASK_EVERY_MS, isFirst && data === undefined)
    if (data === undefined)
      return
    if (isFirst) {
      // With the cookie of this answer. What is held back would bring another, and the phone would be somebody else.
      source.close()
      source = listen(connect())
    }
    listeners.forEach(([type, listener]) => type === event && listener({ data }))
  }

  return {
    get readyState() {
      return source.readyState
    },
    addEventListener(type, listener) {
      listeners.push([type, listener])
      source.addEventListener(type, listener)
    },
    close() {
      stop()
      source.close()
    },
  }
}
