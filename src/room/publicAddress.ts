import { z } from 'zod'
import { RoomStartError } from './startError.ts'

/** The first parts of the room's own addresses: a path that began with one could not be told from them. */
const OWN_PARTS = new Set(['api', 'deck', 'follow', 'healthz', 'moderate', 'readyz'])
/** Nobody types more than that from a screen at the front. */
const MAX_SHORT_LENGTH = 30

/** Parts of a path that mean the same before and after any proxy. */
const PLAIN_PATH = /^(?:\/[\w~-][\w.~-]*)*\/?$/

/** The public address of a room, which may have a path: the room is then reached under it. */
const publicAddress = z.string()
  .refine(
    text => URL.canParse(text) && /^https?:\/\//i.test(text),
    'which no phone can open; give the whole address, such as http://192.168.1.5:3131',
  )
  .transform(text => new URL(text))
  .refine(
    ({ username, password, search, hash }) => `${username}${password}${search}${hash}` === '',
    'which has more than a host and a path; leave out the rest, as in https://polls.example.org/talk/',
  )
  .refine(
    ({ pathname }) => PLAIN_PATH.test(pathname),
    'whose path has signs that proxies change; use letters, digits, dots and hyphens, as in /talk/',
  )
  .refine(
    ({ pathname }) => !OWN_PARTS.has(pathname.split('/')[1] ?? ''),
    'whose path begins like one of the room’s own pages; choose another, such as /talk/',
  )
  .transform(({ origin, pathname }) => `${origin}${pathname.replace(/\/?$/, '/')}`)

/** A link that somebody has made elsewhere and that leads to the room, as people type it. */
const shortLink = z.string()
  .transform(text => text.replace(/^https?:\/\//i, '').replace(/\/$/, ''))
  .refine(
    text => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/[\w~-][\w.~-]*)*$/i.test(text),
    'which is no link that people could type; give it as in tiny.example/abc',
  )
  .refine(
    text => text.length <= MAX_SHORT_LENGTH,
    `which is not short; give one of at most ${MAX_SHORT_LENGTH} characters, or none`,
  )

/**
 * Reads the address that phones are given, and gives it a slash at its end.
 *
 * @param text such as `https://polls.example.org/talk`
 * @param name of the setting, for the message
 * @throws {RoomStartError} with one sentence, for an address that cannot work
 */
export const readPublicAddress = (text: string, name: string): string => read(publicAddress, text, name)

/**
 * Reads the link that the wall shows to those who type, and takes off its scheme.
 *
 * @param text such as `tiny.example/abc`
 * @param name of the setting, for the message
 * @throws {RoomStartError} with one sentence, for a link that cannot work
 */
export const readShortLink = (text: string, name: string): string => read(shortLink, text, name)

/** The path of an address that `readPublicAddress` has read, from slash to slash; `/` without an address. */
export const pathOf = (address: string | undefined): string => address === undefined ? '/' : new URL(address).pathname

function read(schema: z.ZodType<string>, text: string, name: string): string {
  const { success, data, error } = schema.safeParse(text)
  if (!success)
    throw new RoomStartError(`${name} is "${text}", ${error.issues[0]?.message}.`)
  return data
}
