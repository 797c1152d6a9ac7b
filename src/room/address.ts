import { networkInterfaces } from 'node:os'

/**
 * The address that phones in the hall can reach, for the QR code.
 *
 * @param host address that the server listens on
 * @param port its port
 * @param publicUrl the public address, used as it is where it is given
 */
export function joinUrl(host: string, port: number, publicUrl?: string): string {
  return publicUrl ?? `${httpUrl(isWildcard(host) ? lanAddress() ?? 'localhost' : host, port)}/`
}

/** The address under which this machine itself reaches a server that listens on `host`. */
export function localUrl(host: string, port: number): string {
  return httpUrl(isWildcard(host) ? '127.0.0.1' : host, port)
}

/** Whether an address leads back to the machine that opens it, so that no phone can reach the room there. */
export function isLoopback(url: string): boolean {
  return /^(?:localhost|127\..*|\[::1\])$/.test(new URL(url).hostname)
}

function httpUrl(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** Network cards of containers, virtual machines and tunnels, whose networks no phone in the hall is on. */
const VIRTUAL_CARD = /^(?:docker|br-|veth|virbr|vmnet|utun|tun|tap|zt|tailscale)/

/** The first IPv4 address of a real network card; of a virtual one where there is no other. */
function lanAddress(): string | undefined {
  const cards = Object.entries(networkInterfaces()).flatMap(([card, addresses]) =>
    (addresses ?? [])
      .filter(address => address.family === 'IPv4' && !address.internal)
      .map(address => ({ card, address: address.address })),
  )
  return (cards.find(({ card }) => !VIRTUAL_CARD.test(card)) ?? cards[0])?.address
}
