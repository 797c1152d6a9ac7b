import type { AddressInfo } from 'node:net'
import type { RoomState } from '../../../src/polls/protocol.ts'
import type { EventReader } from '../../room/support/readEvents.ts'
import type { Phone } from '../../room/support/testRoom.ts'
import { Buffer } from 'node:buffer'
import { connect, createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { readEvents } from '../../room/support/readEvents.ts'
import { joinRoom } from '../../room/support/testRoom.ts'

export interface TappedPhone extends Phone {
  /** The room's address, through the tap. */
  url: string
  /** Its event stream. */
  events: EventReader<RoomState>
  /**
   * Every byte that the room has sent to this phone, from the first on: heads, bodies, events.
   *
   * @param since length of what is left out
   */
  got: (since?: number) => string
}

/** A phone that has joined over a wire of its own, on which everything is kept that comes from the room. */
export async function tapPhone(url: string): Promise<TappedPhone> {
  const kept: Buffer[] = []
  const { hostname, port } = new URL(url)
  const tap = createServer((phone) => {
    const room = connect(Number(port), hostname)
    phone.pipe(room)
    room.on('data', bytes => kept.push(Buffer.from(bytes)))
    room.pipe(phone)
    phone.on('error', () => room.destroy())
    room.on('error', () => phone.destroy())
  })
  await new Promise<void>(resolve => tap.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void tap.close())
  const tapped = `http://127.0.0.1:${(tap.address() as AddressInfo).port}`
  const phone = await joinRoom(tapped)
  return {
    ...phone,
    url: tapped,
    events: await readEvents<RoomState>(`${tapped}/api/room/events`, { Cookie: phone.cookie }),
    got: (since = 0) => Buffer.concat(kept).toString().slice(since),
  }
}
