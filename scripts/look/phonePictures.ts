import type { Browser, Page } from 'playwright-chromium'
import type { Poll } from '../../src/polls/pollsFile.ts'
import type { Answer, Entry, RoomSnapshot, StageAction } from '../../src/polls/protocol.ts'
import type { Picture } from './contactSheet.ts'
import type { LiveOptions } from './livePictures.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../src/cli/paths.ts'
import { keptPhonePage } from '../../src/phone/keptPhonePage.ts'
import { hasAnswer, readPolls } from '../../src/polls/pollsFile.ts'
import { actionPath, ballotPath } from '../../src/polls/protocol.ts'
import { answerTo } from '../../src/rehearsal/answers.ts'
import { personOf } from '../../src/rehearsal/people.ts'
import { localUrl } from '../../src/room/address.ts'
import { serveRoom } from '../../src/room/server.ts'

/** The same room each time; the phone in the picture is that of its first person. */
const SEED = 5
/** On a board, so many ask before the others see and support their questions. */
const FIRST_TO_ASK = 10

/** A rehearsed person's phone, as the room knows it. */
interface Rehearsed { index: number, cookie: string }

/** Pictures of one phone in every state of every poll, in a room of its own in which rehearsed people vote. */
export async function phonePictures(browser: Browser, options: LiveOptions): Promise<Picture[]> {
  const folder = await mkdtemp(join(tmpdir(), 'look-'))
  const room = await serveRoom({
    polls: inRoot('polls.yaml'),
    phoneFiles: keptPhonePage,
    data: folder,
    host: '127.0.0.1',
    port: 0,
    title: 'Making Sense of DeepSeek',
  })
  const url = localUrl('127.0.0.1', room.port)
  const act = (poll: Poll, action: StageAction) =>
    expectOk(fetch(url + actionPath(poll.id, action), {
      method: 'POST',
      headers: { Authorization: `Bearer ${room.stageKey}` },
    }))
  try {
    const others = await Promise.all(Array.from({ length: Math.max(0, options.people - 1) }, async (_, i) =>
      ({ index: i + 1, cookie: await joined(url) })))
    const page = await phoneAt(browser, url, options)
    const pictures: Picture[] = []
    const shoot = async (label: string, isReady: string) => {
      await page.locator(isReady).first().waitFor()
      await page.waitForTimeout(200)
      pictures.push({ label, png: await page.screenshot() })
    }
    await shoot('waiting', 'main.waiting')
    const polls = readPolls(inRoot('polls.yaml')).filter(poll => options.only?.includes(poll.id) ?? true)
    for (const poll of polls) {
      await act(poll, 'open')
      await vote(url, poll, others)
      await page.reload()
      await shoot(`${poll.id} open`, '.ballot')
      await voteOn(page, poll)
      await shoot(`${poll.id} answered`, '.status.counted')
      await act(poll, 'close')
      await shoot(`${poll.id} closed`, 'main.over')
      await act(poll, 'reveal')
      await shoot(`${poll.id} revealed`, '.results')
      if (hasAnswer(poll)) {
        await act(poll, 'solve')
        await shoot(`${poll.id} solved`, '.results')
      }
    }
    await page.context().close()
    return pictures
  }
  finally {
    await room.close()
    await rm(folder, { recursive: true })
  }
}

async function phoneAt(browser: Browser, url: string, { size, dark, language }: LiveOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 2,
    hasTouch: true,
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
    ...language !== undefined && { locale: language },
  })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function expectOk(request: Promise<Response>): Promise<Response> {
  const response = await request
  if (!response.ok)
    throw new Error(`${response.url}: ${response.status} ${await response.text()}`)
  return response
}

/** The cookie of a new phone. */
async function joined(url: string): Promise<string> {
  const response = await expectOk(fetch(`${url}/api/room`))
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const answerOf = (poll: Poll, index: number, board: Entry[]): Answer =>
  answerTo(personOf(SEED, index), poll, { round: 1, turn: 0, board })

/** Everybody answers; on a board the first ones ask, and the others see what they asked. */
async function vote(url: string, poll: Poll, people: readonly Rehearsed[]): Promise<void> {
  const send = (board: Entry[]) => async ({ index, cookie }: Rehearsed) => expectOk(fetch(url + ballotPath(poll.id), {
    method: 'PUT',
    headers: { 'Cookie': cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ round: 1, answer: answerOf(poll, index, board) }),
  }))
  const first = poll.kind === 'questions' ? people.slice(0, FIRST_TO_ASK) : []
  await Promise.all(first.map(send([])))
  const { tally } = await (await expectOk(fetch(`${url}/api/room`))).json() as RoomSnapshot
  await Promise.all(people.slice(first.length).map(send(tally && 'entries' in tally ? tally.entries : [])))
}

/** The phone in the picture answers as another tab of it would, and shows it. */
async function voteOn(page: Page, poll: Poll): Promise<void> {
  const status = await page.evaluate(async ([path, answer]) => {
    const response = await fetch(path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ round: 1, answer }),
    })
    return response.status
  }, [ballotPath(poll.id), answerOf(poll, 0, [])] as const)
  if (status !== 200)
    throw new Error(`The phone's answer to ${poll.id} was refused with ${status}.`)
  await page.reload()
}
