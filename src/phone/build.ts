import type { InlineConfig, Plugin } from 'vite'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

/** Takes out what serves a developer's tools only, such as components' names and indents: 150 bytes less to load. */
const spare: Plugin = {
  name: 'spare',
  enforce: 'post',
  transform: code => code
    .replace(/__name: ["']\w+["'],/, '')
    .replaceAll('CommentVNode("v-if", true)', 'CommentVNode("", true)'),
  transformIndexHtml: html => html.replace(/\n\s*/g, ''),
}

const config: InlineConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: false,
  mode: 'production',
  publicDir: false,
  logLevel: 'warn',
  // Attributes that stay the same are written where they stand: one hundredth less to load. Comments are for us.
  plugins: [
    vue({ template: { compilerOptions: { comments: false, hoistStatic: false } } }),
    spare,
    viteSingleFile({ removeViteModuleLoader: true }),
  ],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    write: false,
    // A slow machine is nothing to tell the presenter about.
    rolldownOptions: {
      checks: { pluginTimings: false, bundlerTimings: false },
      optimization: { inlineConst: { mode: 'all', pass: 3 } },
    },
    // Phones of the last five years.
    target: ['es2022', 'safari16', 'chrome105', 'firefox110'],
  },
}

/** Builds the join page in memory, in about a second: one HTML file with its script and style inline. */
export async function buildPhonePage(): Promise<string> {
  const output = await asProduction(() => build(config))
  const files = [output].flat().flatMap(item => 'output' in item ? item.output : [])
  const page = files.find(file => file.type === 'asset' && file.fileName === 'index.html')
  if (page?.type !== 'asset' || files.length !== 1)
    throw new Error(`The phone page should build to one file, not to ${files.map(file => file.fileName).join(', ')}.`)
  // Left over from the link that the style came by.
  return String(page.source).replace(' rel="stylesheet" crossorigin', '').replace('\n/*$vite$:1*/', '')
}

/** Vite takes NODE_ENV over the mode and leaves it changed: neither must reach into or out of this build. */
async function asProduction<T>(work: () => Promise<T>): Promise<T> {
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
