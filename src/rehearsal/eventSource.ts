import type { EventSourceLike } from '../polls/eventStream.ts'
import type { Phone } from './phone.ts'

export interface ServerEvent {
  event: string
  data: string
}

/** `EventSource.OPEN` and its neighbours, by the HTML standard. */
const [CONNECTING, OPEN, CLOSED] = [0, 1, 2]

/** A reason given saves making an error each time. */
const HUNG_UP = 'hung up'

/** Server-sent events on a phone's own network, as a browser's EventSource brings them; `error` says that they end. */
export function createEventSource(phone: Phone, path: string): EventSourceLike {
  const request = new AbortController()
  const listeners = new Map<string, (message: { data: string }) => void>()
  let readyState = CONNECTING

  async function listen() {
    const response = await phone.fetch(path, { signal: request.signal })
    if (!response.ok)
      return
    readyState = OPEN
    for await (const { event, data } of readServerEvents(response.body)) {
      if (readyState === CLOSED)
        return
      listeners.get(event)?.({ data })
    }
  }

  function close() {
    readyState = CLOSED
    request.abort(HUNG_UP)
  }

  void listen().catch(() => {}).then(() => {
    if (readyState === CLOSED)
      return
    close()
    listeners.get('error')?.({ data: '' })
  })
  return {
    get readyState() {
      return readyState
    },
    addEventListener: (type, listener) => listeners.set(type, listener),
    close,
  }
}

/** The events of a response as they come, in the one form that a room writes: `event`, `data`, an empty line. */
export async function* readServerEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body) {
    const frames = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
    rest = frames.pop() ?? ''
    for (const frame of frames) {
      const field = (name: string) =>
        frame
          .split('\n')
          .find(line => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? ''
      yield { event: field('event'), data: field('data') }
    }
  }
}
