import { request } from 'node:http'
import { expect, it } from 'vitest'
import { joinRoom, startRoom } from './support/testRoom.ts'

it('does not let a late ballot, given up by its phone, replace a newer one', async () => {
  const room = await startRoom()
  await room.act('bill', 'open')
  const { cookie, room: snapshot } = await joinRoom(room.url)
  const put = { method: 'PUT', headers: { 'Cookie': cookie, 'Content-Type': 'application/json' } }
  const ballot = (answer: string, given: number) => JSON.stringify({ round: 1, answer: [answer], given })

  // The room has all but its last byte when the phone sends another answer.
  const body = ballot('run', 1000)
  const lateRequest = request(`${room.url}/api/polls/bill/ballot`, {
    ...put,
    headers: { ...put.headers, 'Content-Length': body.length },
    agent: false,
  })
  const late = new Promise<number>((resolve, reject) =>
    lateRequest.once('error', reject).once('response', message => resolve(message.resume().statusCode ?? 0)),
  )
  lateRequest.write(body.slice(0, -1))
  expect((await fetch(`${room.url}/api/polls/bill/ballot`, { ...put, body: ballot('all', 2000) })).status).toBe(200)
  lateRequest.end(body.slice(-1))

  expect(await late).toBe(409)
  expect(await snapshot()).toMatchObject({ mine: ['all'] })
})
