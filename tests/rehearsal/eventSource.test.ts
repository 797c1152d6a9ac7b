import type { ServerEvent } from '../../src/rehearsal/eventSource.ts'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { readServerEvents } from '../../src/rehearsal/eventSource.ts'

const STREAM = [
  'event: room\ndata: {"question":"Wie viel, häufig ü 🙂?"}',
  'event: beat\ndata: ',
  'event: room\ndata: {"seq":2}',
  'event: room\ndata: cut off',
].join('\n\n')
const EVENTS = [
  { event: 'room', data: '{"question":"Wie viel, häufig ü 🙂?"}' },
  { event: 'beat', data: '' },
  { event: 'room', data: '{"seq":2}' },
]

async function read(chunks: Uint8Array[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = []
  for await (const event of readServerEvents(Readable.from(chunks)))
    events.push(event)
  return events
}

it.each([1, 2, 3, 7, 4096])('reads events that come in pieces of %d bytes', async (size) => {
  const bytes = new TextEncoder().encode(STREAM)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size))
  expect(await read(chunks)).toEqual(EVENTS)
})
