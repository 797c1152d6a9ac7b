import { networkInterfaces } from 'node:os'

const LOOPBACK = /^(?:localhost|127\.|::1$)/

/**
 * The address that phones in the hall can reach, for the QR code.
 *
 * @param host what the server listens on
 * @param port its port
 * @param given `ROOM_URL`, which wins
 */
export function joinUrl(host: string, port: number, given?: string): string {
  if (given)
    return given
  const name = LOOPBACK.test(host) ? host : isAny(host) ? lanAddress() ?? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`
}

export function isAny(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** The first IPv4 address of a real network card: those of containers and virtual machines reach no phone. */
function lanAddress(): string | undefined {
  const virtual = /^(?:docker|br-|veth|virbr|vmnet|utun|tun|tap|zt|tailscale)/
  const found = Object.entries(networkInterfaces()).flatMap(([card, addresses]) =>
    (addresses ?? []).filter(it => it.family === 'IPv4' && !it.internal).map(it => ({ card, address: it.address })))
  return (found.find(it => !virtual.test(it.card)) ?? found[0])?.address
}
