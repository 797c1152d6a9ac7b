import { UsageError } from '../cli/cli.ts'

/** Where a site will stand. */
export interface SiteAddress {
  /** Path from slash to slash. */
  base: string
  /** `https://host`; undefined where nobody said, and addresses in the pages are then relative. */
  origin: string | undefined
}

/** What can stand in a path without being written in another way; anything else would be escaped here and not there. */
const SEGMENT = /^[\w.~-]+$/

/**
 * The address of a site, from the options of the command.
 *
 * @param options as they were given
 * @param options.base path, with or without slashes at its ends; by default the path of `url`, or `/`
 * @param options.url address of the site, or of its host
 * @throws {UsageError} for what is no path or no address, and where the two contradict each other
 */
export function siteAddress({ base, url }: { base?: string | undefined, url?: string | undefined }): SiteAddress {
  const address = url === undefined ? undefined : parseUrl(url)
  const path = address === undefined ? '/' : asPath(address.pathname, '--url')
  const given = base === undefined ? path : asPath(base, '--base')
  if (path !== '/' && given !== path) {
    throw new UsageError(
      `--url names the path ${path}, and --base the path ${given}; leave --base out, or the path of --url.`,
    )
  }
  return { base: given, origin: address?.origin }
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || `${url.username}${url.password}${url.search}${url.hash}` !== '')
    throw new UsageError(`--url is "${text}"; it must be the address of the site, such as https://example.org/talk/.`)
  return url
}

function asPath(text: string, option: string): string {
  const segments = text.split('/').filter(segment => segment !== '')
  const isPath = !text.includes('//') && segments.every(segment => SEGMENT.test(segment) && !/^\.+$/.test(segment))
  if (!isPath) {
    throw new UsageError(
      `${option} is "${text}"; it must be a path such as /talks/deepseek/, of letters, digits and the signs . _ ~ -.`,
    )
  }
  return segments.length === 0 ? '/' : `/${segments.join('/')}/`
}
