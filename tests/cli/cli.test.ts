import { describe, expect, it } from 'vitest'
import { parsePort } from '../../src/cli/cli.ts'
import { runNode } from '../support/run.ts'

describe('parsePort', () => {
  it.each<[string | undefined, number]>([
    [undefined, 3131],
    ['', 3131],
    ['0', 0],
    ['8080', 8080],
    ['65535', 65535],
  ])('%j is %d', (text, port) => {
    expect(parsePort(text, 'ROOM_PORT', 3131)).toBe(port)
  })

  it.each(['65536', '-1', '80.5', 'http', '3030x'])('%j is none', (text) => {
    expect(() => parsePort(text, 'ROOM_PORT', 3131)).toThrow(
      `ROOM_PORT is "${text}"; it must be a port number from 0 to 65535.`,
    )
  })
})

it('names the option or variable that holds a bad port', async () => {
  const [flag, variable] = await Promise.all([
    runNode(['scripts/room.ts', '--port', 'http']),
    runNode(['scripts/room.ts'], { ROOM_PORT: 'http' }),
  ])
  expect(flag).toEqual({ code: 1, stdout: '', stderr: '--port is "http"; it must be a port number from 0 to 65535.\n' })
  expect(variable).toEqual({
    code: 1,
    stdout: '',
    stderr: 'ROOM_PORT is "http"; it must be a port number from 0 to 65535.\n',
  })
})
