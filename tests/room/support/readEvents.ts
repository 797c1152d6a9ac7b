import { onTestFinished } from 'vitest'

export interface RoomEvent<T> {
  event: string
  data: T
}

export interface EventReader<T> {
  response: Response
  /** The events so far. */
  events: RoomEvent<T>[]
  /** Everything so far, as it came over the wire. */
  text: () => string
  /** The first event, past or future, that fits; heartbeats are skipped. */
  until: (fits: (data: T) => boolean) => Promise<T>
  /** Resolves to true when the server ends the stream, and to false when the connection breaks. */
  ended: Promise<boolean>
  close: () => void
}

/** Reads a stream of server-sent events as `fetch` delivers it; closes it when the test ends. */
export async function readEvents<T>(url: string, headers: Record<string, string> = {}): Promise<EventReader<T>> {
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const response = await fetch(url, { headers, signal: abort.signal })
  const events: RoomEvent<T>[] = []
  const waiting = new Set<() => void>()
  let text = ''
  let over = false

  async function read(): Promise<boolean> {
    let whole = true
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for await (const bytes of response.body ?? []) {
        const part = decoder.decode(bytes as Uint8Array, { stream: true })
        text += part
        const frames = (rest + part).split('\n\n')
        rest = frames.pop() ?? ''
        for (const frame of frames) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1] ?? ''
          events.push({ event: field('event'), data: JSON.parse(field('data') || 'null') as T })
        }
        waiting.forEach(check => check())
      }
    }
    catch {
      whole = false
      // A broken connection ends the stream too; `until` rejects below.
    }
    over = true
    waiting.forEach(check => check())
    return whole
  }
  const ended = read()

  return {
    response,
    events,
    text: () => text,
    until: fits => new Promise((resolve, reject) => {
      const check = () => {
        const found = events.find(event => event.event !== 'beat' && fits(event.data))
        if (found || over)
          waiting.delete(check)
        if (found)
          resolve(found.data)
        else if (over)
          reject(new Error(`The stream ended before the event came; it brought ${text}`))
      }
      waiting.add(check)
      check()
    }),
    ended,
    close: () => abort.abort(),
  }
}
