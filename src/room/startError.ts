/** The server cannot start with these settings; the message says what to change. */
export class RoomStartError extends Error {
  override name = 'RoomStartError'
}
