import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../../src/polls/store.ts'
import { RIGHTS } from '../../src/room/rights.ts'
import { openSecrets } from '../../src/room/secrets.ts'
import { tempFolder } from './support/testRoom.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
const keyIn = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8').trim()

describe('the key files', () => {
  it('are created on first use with 128 random bits each, readable by the owner only', () => {
    const folder = join(tempFolder(), 'new', 'data')
    const { stageKey } = openSecrets(folder)
    expect(readdirSync(folder).sort()).toEqual(['stage-key', 'voter-key'])
    for (const name of ['stage-key', 'voter-key']) {
      expect(modeOf(join(folder, name))).toBe('600')
      expect(keyIn(folder, name)).toMatch(/^[\w-]{22}$/)
    }
    expect(stageKey).toBe(keyIn(folder, 'stage-key'))
    expect(new Set([stageKey, keyIn(folder, 'voter-key'), openSecrets(tempFolder()).stageKey]).size).toBe(3)
  })

  it('are used again after a restart', () => {
    const folder = tempFolder()
    const first = openSecrets(folder)
    const cookie = first.newVoterCookie()
    const second = openSecrets(folder)
    expect(second.stageKey).toBe(first.stageKey)
    expect(second.cookies).toEqual(first.cookies)
    expect(second.keys).toEqual(first.keys)
    expect(second.voterOf(cookie, 's')).toMatch(/./)
    expect(second.voterOf(cookie, 's')).toBe(first.voterOf(cookie, 's'))
  })

  it('lose rights that other users were given', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'stage-key'), 'a-key-that-was-written-by-hand\n', { mode: 0o644 })
    expect(openSecrets(folder).stageKey).toBe('a-key-that-was-written-by-hand')
    expect(modeOf(join(folder, 'stage-key'))).toBe('600')
  })

  it.each(['stage-key', 'voter-key'])('are named when %s holds no usable key', (name) => {
    const folder = tempFolder()
    writeFileSync(join(folder, name), '\n')
    expect(() => openSecrets(folder)).toThrow(
      new StoreError(`${join(folder, name)} holds no usable key; delete the file and start again.`),
    )
  })
})

describe('a data folder that cannot be used', () => {
  it.each([
    { name: 'below a regular file', folder: (file: string) => join(file, 'room') },
    { name: 'a regular file itself', folder: (file: string) => file },
  ])('$name', ({ folder }) => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    let caught: unknown
    try {
      openSecrets(folder(file))
    }
    catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(StoreError)
    const { message } = caught as StoreError
    expect(message.startsWith(folder(file)), message).toBe(true)
    expect(message).toMatch(/^.*; set ROOM_DATA to a folder that can be written\.$/)
  })

  it('is refused with a folder in the place of a key', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'stage-key'))
    expect(() => openSecrets(folder)).toThrow(StoreError)
  })
})

describe('the stage key', () => {
  it('can be given and is then written to no file', () => {
    const folder = tempFolder()
    const secrets = openSecrets(folder, '0123456789abcdef')
    expect(secrets.stageKey).toBe('0123456789abcdef')
    expect(readdirSync(folder)).toEqual(['voter-key'])
  })

  it.each(['', 'short', '0123456789abcde'])('is refused when too short to be safe: "%s"', (key) => {
    expect(() => openSecrets(tempFolder(), key)).toThrow(
      new StoreError('ROOM_STAGE_KEY is shorter than 16 characters; use a long random value.'),
    )
  })

  it('changes all keys and cookies when it changes', () => {
    const folder = tempFolder()
    const [monday, tuesday] = ['the-key-of-monday', 'the-key-of-tuesday'].map(key => openSecrets(folder, key))
    for (const right of RIGHTS) {
      expect(tuesday?.isCookieOf(right, monday?.cookies[right] ?? '')).toBe(false)
      expect(tuesday?.rightOfKey(monday?.keys[right] ?? '')).toBeUndefined()
    }
  })
})

describe('the key of each right', () => {
  it.each(RIGHTS)('gives the right of a %s, and nothing similar to it does', (right) => {
    const { keys, rightOfKey, stageKey } = openSecrets(tempFolder())
    const key = keys[right]
    expect(keys.presenter).toBe(stageKey)
    expect(key.length).toBeGreaterThanOrEqual(22)
    expect(rightOfKey(key)).toBe(right)
    for (const wrong of ['', key.slice(1), key.slice(0, -1), `${key}a`, ` ${key}`, key.toUpperCase() + key])
      expect(rightOfKey(wrong), wrong).toBeUndefined()
  })

  it('is none of the others, is no cookie, and no cookie is a key or the cookie of another right', () => {
    const { cookies, isCookieOf, keys, rightOfKey } = openSecrets(tempFolder())
    const all = [...Object.values(keys), ...Object.values(cookies)]
    expect(new Set(all).size).toBe(2 * RIGHTS.length)
    for (const right of RIGHTS) {
      expect(rightOfKey(cookies[right])).toBeUndefined()
      expect(all.filter(value => isCookieOf(right, value))).toEqual([cookies[right]])
      expect(isCookieOf(right, '')).toBe(false)
    }
  })
})

describe('a voter cookie', () => {
  it('differs for every phone and names the same voter each time', () => {
    const { newVoterCookie, voterOf } = openSecrets(tempFolder())
    const cookies = Array.from({ length: 100 }, newVoterCookie)
    expect(new Set(cookies).size).toBe(100)
    const voters = cookies.map(cookie => voterOf(cookie, 's'))
    expect(new Set(voters).size).toBe(100)
    expect(cookies.map(cookie => voterOf(cookie, 's'))).toEqual(voters)
    // In another session the same cookie names another voter.
    expect(voters).not.toContain(voterOf(cookies[0] ?? '', 't'))
  })

  it('cannot be derived from the stored voter', () => {
    const { newVoterCookie, voterOf } = openSecrets(tempFolder())
    const cookie = newVoterCookie()
    for (const part of cookie.split('.'))
      expect(voterOf(cookie, 's')).not.toContain(part)
  })

  const FORGED: [string, (cookie: string) => string][] = [
    ['nothing', () => ''],
    ['no signature', cookie => cookie.split('.')[0] ?? ''],
    ['an empty signature', cookie => `${cookie.split('.')[0]}.`],
    ['no id', cookie => `.${cookie.split('.')[1]}`],
    ['another id', cookie => (cookie.startsWith('A') ? 'B' : 'A') + cookie.slice(1)],
    ['a signature one character off', cookie => cookie.slice(0, -1) + (cookie.endsWith('0') ? '1' : '0')],
    ['a signature cut short', cookie => cookie.slice(0, -1)],
    ['a third part', cookie => `${cookie}.x`],
    ['a signature of zeros', cookie => `${cookie.split('.')[0]}.${'0'.repeat(32)}`],
    ['names of properties', () => '__proto__.constructor'],
  ]
  it.each(FORGED)('is refused with %s', (_, forge) => {
    const { newVoterCookie, voterOf } = openSecrets(tempFolder())
    const cookie = newVoterCookie()
    expect(voterOf(cookie, 's')).toBeDefined()
    expect(voterOf(forge(cookie), 's')).toBeUndefined()
  })

  it('is refused when another room issued it', () => {
    const { voterOf } = openSecrets(tempFolder())
    expect(voterOf(openSecrets(tempFolder()).newVoterCookie(), 's')).toBeUndefined()
  })
})
