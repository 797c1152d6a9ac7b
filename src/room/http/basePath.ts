import type { Context } from 'hono'
import { getPath } from 'hono/utils/url'

/**
 * Takes the path of the public address off what is asked for, so that the routes need not know of it. A proxy may pass
 * the path on or strip it: both forms arrive at the same route.
 *
 * @param root path of the public address, from slash to slash
 */
export function pathUnder(root: string): (request: Request) => string {
  return (request) => {
    const path = getPath(request)
    return root !== '/' && path.startsWith(root) ? path.slice(root.length - 1) : path
  }
}

/**
 * The paths for which a cookie has to be set, so that the browser sends it back. Where the path of the public address
 * was asked for, that is the one. Otherwise either a proxy has stripped it, or the browser has asked without it, as on
 * the network of the hall. Nothing says which, so there is a cookie for each; the browser sends the one that fits.
 */
export function cookieRoots(c: Context, root: string): string[] {
  return root === '/' || getPath(c.req.raw).startsWith(root) ? [root] : [root, '/']
}
