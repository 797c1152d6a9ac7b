import type { PrecacheEntry } from 'workbox-precaching'
import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { StaleWhileRevalidate } from 'workbox-strategies'

/** Written into the script once the site is there: each of its files with a hash. */
declare const SITE_FILES: PrecacheEntry[]

cleanupOutdatedCaches()
// The first visit is served, too. A newer version waits until all windows of the older one are closed: a deck loads its
// slides bit by bit, and the bits of two versions do not fit.
clientsClaim()
precacheAndRoute(SITE_FILES, {
  // A slide is the same file after each click.
  ignoreURLParametersMatching: [/./],
  // `deck/12` is where the deck says it is, and hosts redirect that to `deck/12/`.
  urlManipulation: ({ url }) => url.pathname.endsWith('/') ? [] : [new URL(`${url.pathname}/index.html`, url)],
})
// Addresses of the deck that have no file, such as a view that only the deck itself knows.
registerRoute(new NavigationRoute(createHandlerBoundToURL('deck/index.html'), { allowlist: [/\/deck\//] }))
registerRoute(({ url }) => url.pathname.endsWith('.pdf'), new StaleWhileRevalidate({ cacheName: 'handouts' }))
