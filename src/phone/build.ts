import type { InlineConfig, Plugin } from 'vite'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

/**
 * Parts of Vue that the page never runs, by the file that they are in: four kilobytes less to load. So a component of
 * the page holds a list in a `shallowRef` and replaces it as a whole, emits by `emit` and not by `$emit`, and has no
 * transition; `main.ts` does without an app.
 */
const UNUSED: [file: string, part: RegExp, rest: string][] = [
  ['runtime-core.esm-bundler', /createApp: createAppAPI\([^)]*\)/, ''],
  // Components are given as such, not by name.
  ['runtime-core.esm-bundler', /resolveAsset\(COMPONENTS, component, false\) \|\| component/, 'component'],
  ['runtime-core.esm-bundler', /(function setTransitionHooks\(vnode, hooks\) )\{[\s\S]*?\n\}/, '$1{}'],
  // What `this` would be in a component: ours have none.
  ['runtime-core.esm-bundler', /(const PublicInstanceProxyHandlers = )\{[\s\S]*?\n\};/, '$1{};'],
  // Two equal styles are two: at worst one is set again.
  ['runtime-core.esm-bundler', /!looseEqual\(nextProp, prevProp\)/, 'true'],
  ['reactivity.esm-bundler', /(const arrayInstrumentations = )\{[\s\S]*?\n\};/, '$1{ __proto__: null };'],
  ['reactivity.esm-bundler', /(const \w+CollectionHandlers = )\{[^}]*\}/g, '$1{}'],
]

/** Takes out what is not run, and what serves a developer's tools only, such as components' names and indents. */
const spare: Plugin = {
  name: 'spare',
  enforce: 'post',
  transform(code, id) {
    const parts = UNUSED.filter(([file]) => id.includes(file))
    const used = parts.reduce((text, [, part, rest]) => {
      if (text.search(part) < 0)
        throw new Error(`Vue has changed: ${part.source} is not in ${id}; mend UNUSED in src/phone/build.ts.`)
      return text.replace(part, rest)
    }, code)
    return used
      .replace(/__name: ["']\w+["'],/, '')
      .replaceAll('CommentVNode("v-if", true)', 'CommentVNode("", true)')
  },
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
    // Phones from 2020 on: iOS 14, and an Android that updates its WebView no more.
    target: ['es2020', 'safari14', 'chrome85', 'firefox78'],
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
