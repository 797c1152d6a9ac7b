import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { UsageError } from '../../../src/cli/cli.ts'

/** Machines on one network, each a network namespace with an address of its own. */
export interface Network {
  /** Addresses by the name of the machine. */
  addresses: Record<string, string>
  /** A command as it runs on a machine. */
  on: (machine: string, command: string[]) => string[]
  remove: () => void
}

const SUBNET = '10.213.7'

/**
 * Lays cables from a first machine, which is the switch as well, to others. Nothing of this machine's own network is
 * touched.
 *
 * @throws {UsageError} where this machine does not permit it
 */
export function layNetwork([first = '', ...others]: string[]): Network {
  const nameOf = (machine: string) => `kit-${process.pid}-${machine}`
  const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const machines = [first, ...others]
  const remove = () => machines.forEach((machine) => {
    try {
      ip('netns', 'del', nameOf(machine))
    }
    catch {
      // It was never made.
    }
  })
  try {
    machines.forEach(machine => ip('netns', 'add', nameOf(machine)))
    const hub = nameOf(first)
    ip('-n', hub, 'link', 'add', 'br0', 'type', 'bridge')
    others.forEach((machine, i) => {
      ip('-n', hub, 'link', 'add', `port${i}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', nameOf(machine))
      ip('-n', hub, 'link', 'set', `port${i}`, 'master', 'br0', 'up')
    })
    machines.forEach((machine, i) => {
      const card = machine === first ? 'br0' : 'eth0'
      ip('-n', nameOf(machine), 'address', 'add', `${SUBNET}.${i + 1}/24`, 'dev', card)
      ip('-n', nameOf(machine), 'link', 'set', card, 'up')
      ip('-n', nameOf(machine), 'link', 'set', 'lo', 'up')
    })
  }
  catch (error) {
    remove()
    const why = String((error as { stderr?: unknown }).stderr ?? error).trim().split('\n')[0]
    throw new UsageError(`This machine permits no network namespaces (${why}); run the benchmark as root on Linux.`)
  }
  return {
    addresses: Object.fromEntries(machines.map((machine, i) => [machine, `${SUBNET}.${i + 1}`])),
    on: (machine, command) => ['ip', 'netns', 'exec', nameOf(machine), ...command],
    remove,
  }
}
