import type { AddressInfo } from 'node:net'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'

export interface StaticHost {
  /** `http://127.0.0.1:PORT` and the path of the site, without a slash at the end. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves a folder as the plainest of web hosts does: files as they are, a folder by its `index.html` at an address that
 * ends with a slash, and `404.html` for all else.
 *
 * @param folder of the site
 * @param base path under which it stands, from slash to slash
 */
export async function serveStaticSite(folder: string, base = '/'): Promise<StaticHost> {
  const inSite = (path: string) => path.slice(base.length - 1)
  const app = new Hono()
  app.use(compress())
  app.get(`${base}*`, async (c, next) => {
    const path = inSite(decodeURIComponent(c.req.path))
    return !path.endsWith('/') && existsSync(join(folder, path, 'index.html'))
      ? c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 301)
      : next()
  })
  app.get(`${base}*`, serveStatic({ root: folder, rewriteRequestPath: inSite }))
  app.notFound(async c => c.html(await readFile(join(folder, '404.html'), 'utf8').catch(() => 'Not found'), 404))
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base.replace(/\/$/, '')}`,
    close: () => new Promise((resolve) => {
      if ('closeAllConnections' in server)
        server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}
