import type { Right } from './rights.ts'
import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from '../polls/store.ts'
import { RIGHTS } from './rights.ts'

/** Proves who a stage call comes from, and which phone a ballot comes from. */
export interface Secrets {
  /** The right that a key gives; undefined where it is none of this room's. */
  rightOfKey: (key: string) => Right | undefined
  /** Values of the cookies that keys are traded for: derived from the keys, which are never kept in a browser. */
  cookies: Record<Right, string>
  isCookieOf: (right: Right, value: string) => boolean
  /** A fresh voter cookie: a random 128-bit id and a signature, so that a phone cannot choose its own. */
  newVoterCookie: () => string
  /**
   * The keyed hash under which the voter's ballots of a session are kept. It differs from session to session, so that
   * nobody can be followed from one to the next. Undefined for a cookie that this room did not issue.
   */
  voterOf: (cookie: string, session: string) => string | undefined
}

/**
 * Reads the room's secrets, making them on first use: `stage-key` and `voter-key` in the data folder, mode 0600. The
 * keys of the weaker rights are derived from the stage key, which cannot be found from them: so no further file has to
 * be guarded, and a new stage key takes back all of them at once.
 *
 * @param folder data folder
 * @param givenStageKey `ROOM_STAGE_KEY`, used instead of the file
 * @throws {StoreError} when the folder cannot be written or a given key is too short to be safe
 */
export function openSecrets(
  folder: string,
  givenStageKey?: string,
): Secrets & { stageKey: string, keys: Record<Right, string> } {
  if (givenStageKey !== undefined && givenStageKey.length < 16)
    throw new StoreError('ROOM_STAGE_KEY is shorter than 16 characters; use a long random value.')
  const stageKey = givenStageKey ?? readOrCreateKey(folder, 'stage-key')
  const voterKey = readOrCreateKey(folder, 'voter-key')
  // Slow on purpose: who is given a weaker key must not be able to guess a stage key that a person made up.
  const seed = scryptSync(stageKey, 'weaker rights', 32).toString('hex')
  const keys = { presenter: stageKey, moderator: sign(seed, 'moderator key'), wall: sign(seed, 'wall key') }
  const cookies = {
    presenter: sign(stageKey, 'stage cookie'),
    moderator: sign(keys.moderator, 'moderator cookie'),
    wall: sign(keys.wall, 'wall cookie'),
  }

  return {
    stageKey,
    keys,
    rightOfKey: key => RIGHTS.find(right => isSameText(key, keys[right])),
    cookies,
    isCookieOf: (right, value) => isSameText(value, cookies[right]),
    newVoterCookie() {
      const id = randomBytes(16).toString('base64url')
      return `${id}.${sign(voterKey, `cookie ${id}`)}`
    },
    voterOf(cookie, session) {
      const [id, signature, ...rest] = cookie.split('.')
      if (!id || !signature || rest.length > 0 || !isSameText(signature, sign(voterKey, `cookie ${id}`)))
        return undefined
      return sign(voterKey, `voter ${id} ${session}`)
    },
  }
}

function readOrCreateKey(folder: string, name: string): string {
  const path = join(folder, name)
  try {
    // The database with everybody's answers is in this folder too: no other user of the machine may read it.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // 'wx' never replaces a key that another process has just written.
    writeFileSync(path, `${randomBytes(16).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw unusableError(path, error)
  }
  const key = readKey(path)
  if (key.length < 16)
    throw new StoreError(`${path} holds no usable key; delete the file and start again.`)
  return key
}

function readKey(path: string): string {
  try {
    chmodSync(path, 0o600)
    return readFileSync(path, 'utf8').trim()
  }
  catch (error) {
    throw unusableError(path, error)
  }
}

function unusableError(path: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreError(`${path} cannot be used (${reason}); set ROOM_DATA to a folder that can be written.`)
}

function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex').slice(0, 32)
}

/** Compares in constant time: how long it takes tells nothing about where two texts differ. */
function isSameText(a: string, b: string): boolean {
  const [x, y] = [a, b].map(text => createHmac('sha256', 'compare').update(text).digest())
  return x !== undefined && y !== undefined && timingSafeEqual(x, y)
}
