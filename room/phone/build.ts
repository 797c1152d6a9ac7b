import type { InlineConfig } from 'vite'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const config: InlineConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: false,
  mode: 'production',
  publicDir: false,
  logLevel: 'warn',
  plugins: [vue(), viteSingleFile({ removeViteModuleLoader: true })],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  build: {
    write: false,
    // Phones of the last five years.
    target: ['es2022', 'safari16', 'chrome105', 'firefox110'],
  },
}

/** Builds the join page in memory, in about a second: one HTML file with its script and style inline. */
export async function buildPhonePage(): Promise<string> {
  const { NODE_ENV } = process.env
  const output = await build(config)
  // A production build marks the whole process as one, and a dev server started after it would lose its hot reload.
  if (NODE_ENV === undefined)
    delete process.env.NODE_ENV
  const files = [output].flat().flatMap(it => 'output' in it ? it.output : [])
  const page = files.find(it => it.type === 'asset' && it.fileName === 'index.html')
  if (page?.type !== 'asset' || files.length !== 1)
    throw new Error(`The phone page should build to one file, not to ${files.map(it => it.fileName).join(', ')}.`)
  return String(page.source)
}
