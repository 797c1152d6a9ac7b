import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

/**
 * A free port that stays free for one who comes back to it. Systems hand out ports from 32768 up: one of those may go
 * to an outgoing connection meanwhile, even to a client that calls the very port that nobody listens on.
 */
export async function portToKeep(): Promise<number> {
  for (;;) {
    const wanted = 20_000 + Math.floor(Math.random() * 10_000)
    const port = await new Promise<number>((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(0))
      server.listen(wanted, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        server.close(() => resolve(port))
      })
    })
    if (port)
      return port
  }
}
