import type { InlineConfig, Plugin, Rolldown } from 'vite'
import process from 'node:process'
import { mergeConfig } from 'vite'

/** Phones from 2020 on: iOS 14, and an Android that updates its WebView no more. */
const OLDEST_BROWSERS = ['es2020', 'safari14', 'chrome85', 'firefox78']

/** What the build of each page of the room has in common; it is built in memory, and loads nothing from elsewhere. */
const COMMON: InlineConfig = {
  configFile: false,
  mode: 'production',
  publicDir: false,
  logLevel: 'warn',
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    write: false,
    modulePreload: false,
    // A slow machine is nothing to tell the presenter about.
    rolldownOptions: { checks: { pluginTimings: false, bundlerTimings: false } },
    target: OLDEST_BROWSERS,
  },
}

/**
 * Vite's configuration of a page.
 *
 * @param root folder of its `index.html`
 * @param plugins of this page
 * @param rolldownOptions names of its files, and more
 * @param define what stands in its code for a value
 */
export function pageConfig(
  root: string,
  plugins: Plugin[],
  rolldownOptions: Rolldown.RolldownOptions,
  define: Record<string, string> = {},
): InlineConfig {
  return mergeConfig(COMMON, { root, plugins, define, build: { rolldownOptions } })
}

/** Vite takes NODE_ENV over the mode and leaves it changed: neither must reach into or out of a page's build. */
export async function asProduction<T>(work: () => Promise<T>): Promise<T> {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    return await work()
  }
  finally {
    if (NODE_ENV === undefined)
      delete process.env.NODE_ENV
    else
      process.env.NODE_ENV = NODE_ENV
  }
}
