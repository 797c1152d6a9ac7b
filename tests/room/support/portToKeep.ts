import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

/**
 * A free port that stays free while a server restarts. It lies below 32768, because the system gives higher ones to
 * outgoing connections, even to a client that calls this very port while nobody listens on it.
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
