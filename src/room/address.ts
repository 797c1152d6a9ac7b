import { networkInterfaces } from 'node:os'

/**
 * The address that phones in the hall can reach, for the QR code.
 *
 * @param host what the server listens on
 * @param port its port
 * @param given `ROOM_URL`, which wins
 */
export function joinUrl(host: string, port: number, given?: string): string {
  return given ?? `${urlOf(isAny(host) ? lanAddress() ?? 'localhost' : host, port)}/`
}

/** The address under which this machine itself reaches a server that listens on `host`. */
export function localUrl(host: string, port: number): string {
  return urlOf(isAny(host) ? '127.0.0.1' : host, port)
}

/** Whether phones can reach nothing at this address. */
export function isLoopback(url: string): boolean {
  return /^(?:localhost|127\..*|\[::1\])$/.test(new URL(url).hostname)
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function isAny(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** The first IPv4 address of a real network card: those of containers and virtual machines reach no phone. */
function lanAddress(): string | undefined {
  const virtual = /^(?:docker|br-|veth|virbr|vmnet|utun|tun|tap|zt|tailscale)/
  const found = Object.entries(networkInterfaces()).flatMap(([card, addresses]) =>
    (addresses ?? [])
      .filter(address => address.family === 'IPv4' && !address.internal)
      .map(address => ({ card, address: address.address })),
  )
  return (found.find(item => !virtual.test(item.card)) ?? found[0])?.address
}
