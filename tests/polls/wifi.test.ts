import type { Wifi } from '../../src/polls/wifi.ts'
import { expect, it } from 'vitest'
import { wifiCode, wifiFrom } from '../../src/polls/wifi.ts'

it.each<[env: Record<string, string>, wifi: Wifi | undefined]>([
  [{}, undefined],
  [{ ROOM_WIFI: '' }, undefined],
  [{ ROOM_WIFI_PASSWORD: 'secret' }, undefined],
  [{ ROOM_WIFI: 'Hall 2' }, { name: 'Hall 2' }],
  [{ ROOM_WIFI: 'Hall 2', ROOM_WIFI_PASSWORD: '' }, { name: 'Hall 2', password: '' }],
  [{ ROOM_WIFI: 'Hall 2', ROOM_WIFI_PASSWORD: 'secret' }, { name: 'Hall 2', password: 'secret' }],
])('the network of %j', (env, wifi) => {
  expect(wifiFrom(env)).toEqual(wifi)
})

it.each<[wifi: Wifi, code: string | undefined]>([
  [{ name: 'Hall 2' }, undefined],
  [{ name: 'Hall 2', password: '' }, 'WIFI:T:nopass;S:Hall 2;;'],
  [{ name: 'Hall 2', password: 'secret' }, 'WIFI:T:WPA;S:Hall 2;P:secret;;'],
  [{ name: 'A;B:C', password: 'a\\b,"c"' }, 'WIFI:T:WPA;S:A\\;B\\:C;P:a\\\\b\\,\\"c\\";;'],
])('a code that joins %j', (wifi, code) => {
  expect(wifiCode(wifi)).toBe(code)
})
