import { networkInterfaces } from 'node:os'
import { describe, expect, it, vi } from 'vitest'
import { isLoopback, joinUrl, localUrl } from '../../src/room/address.ts'

vi.mock('node:os', async original => ({ ...await original<typeof import('node:os')>(), networkInterfaces: vi.fn() }))

const card = (address: string, rest = {}) =>
  ({ address, family: 'IPv4', internal: false, netmask: '', mac: '', cidr: null, ...rest }) as never
const LOOPBACK = { lo: [card('127.0.0.1', { internal: true })] }

describe('joinUrl', () => {
  it.each([
    { name: 'what the presenter gave', host: '0.0.0.0', given: 'https://room.example/', url: 'https://room.example/' },
    { name: 'the one host that it listens on', host: '192.168.7.9', url: 'http://192.168.7.9:3131/' },
    { name: 'a name', host: 'laptop.local', url: 'http://laptop.local:3131/' },
    { name: 'a bracketed one', host: 'fd00::7', url: 'http://[fd00::7]:3131/' },
    { name: 'itself, of use to nobody else', host: '127.0.0.1', url: 'http://127.0.0.1:3131/' },
    { name: 'that of the network card', host: '0.0.0.0', url: 'http://10.0.0.5:3131/' },
    { name: 'that of the network card, for both families', host: '::', url: 'http://10.0.0.5:3131/' },
  ])('is $name', ({ host, given, url }) => {
    vi.mocked(networkInterfaces).mockReturnValue({
      ...LOOPBACK,
      docker0: [card('172.17.0.1')],
      wlan0: [card('fe80::1', { family: 'IPv6' }), card('10.0.0.5')],
      eth1: [card('10.0.9.9')],
    })
    expect(joinUrl(host, 3131, given)).toBe(url)
  })

  it('is that of a virtual card where there is no other, and localhost without any card', () => {
    vi.mocked(networkInterfaces).mockReturnValue({ ...LOOPBACK, tun0: [card('10.8.0.2')] })
    expect(joinUrl('0.0.0.0', 80)).toBe('http://10.8.0.2:80/')
    vi.mocked(networkInterfaces).mockReturnValue(LOOPBACK)
    expect(joinUrl('0.0.0.0', 80)).toBe('http://localhost:80/')
  })
})

describe('localUrl', () => {
  it.each([
    ['0.0.0.0', '127.0.0.1'],
    ['::', '127.0.0.1'],
    ['192.168.7.9', '192.168.7.9'],
    ['::1', '[::1]'],
  ])('of %s is %s', (host, name) => {
    expect(localUrl(host, 3131)).toBe(`http://${name}:3131`)
  })
})

describe('isLoopback', () => {
  it.each([
    ['http://localhost:3131/', true],
    ['http://127.0.0.1:3131/', true],
    ['http://127.8.8.8/', true],
    ['http://[::1]:3131/', true],
    ['http://10.0.0.5:3131/', false],
    ['https://localhost.example/', false],
    ['https://room.example/127.0.0.1', false],
  ])('%s: %s', (url, loopback) => {
    expect(isLoopback(url)).toBe(loopback)
  })
})
