import type { Plugin } from 'vite'
import type { LanguageFiles, PhoneFiles } from '../polls/phoneFiles.ts'
import type { Language } from '../polls/words/languages.ts'
import type { PageWords } from '../polls/words/words.ts'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { asProduction, pageConfig } from '../cli/pageBuild.ts'
import { ALL_WORDS } from '../polls/words/all.ts'
import { LANGUAGES } from '../polls/words/languages.ts'
import { buildPhoneFonts } from './fonts.ts'
import { lostPage } from './lostPage.ts'

/**
 * What the page takes out of a file, or has something else in its place. Without the parts of Vue that it never runs,
 * there are four kilobytes less to load. So a component of the page holds a list in a `shallowRef` and replaces it as a
 * whole, emits by `emit` and not by `$emit`, and has no transition; `main.ts` does without an app.
 */
const REPLACED: [file: string, part: RegExp, rest: string][] = [
  ['runtime-core.esm-bundler', /createApp: createAppAPI\([^)]*\)/, ''],
  // Components are given as such, not by name.
  ['runtime-core.esm-bundler', /resolveAsset\(COMPONENTS, component, false\) \|\| component/, 'component'],
  ['runtime-core.esm-bundler', /(function setTransitionHooks\(vnode, hooks\) )\{[\s\S]*?\n\}/, '$1{}'],
  // What `this` would be in a component: ours have none.
  ['runtime-core.esm-bundler', /(const PublicInstanceProxyHandlers = )\{[\s\S]*?\n\};/, '$1{};'],
  // Equal styles count as different ones: at worst the same style is set again.
  ['runtime-core.esm-bundler', /!looseEqual\(nextProp, prevProp\)/, 'true'],
  // Each language is put in as a script before the page's own: see `wordsScript`.
  ['/polls/words/first.ts', /^[\s\S]*$/, 'export const FIRST = self.FIRST'],
  ['/polls/words/later.ts', /^[\s\S]*$/, 'export const LATER = self.LATER'],
  ['reactivity.esm-bundler', /(const arrayInstrumentations = )\{[\s\S]*?\n\};/, '$1{ __proto__: null };'],
  // The second part is loaded by `usePart.ts`.
  ['vite/preload-helper', /^[\s\S]*$/, 'export const __vitePreload = address => address()'],
  ['reactivity.esm-bundler', /(const \w+CollectionHandlers = )\{[^}]*\}/g, '$1{}'],
]

/** Stands for the address of the second part, which comes from its bytes. */
const PART = 'address-of-the-second-part'

/** Takes out what is not run, and what serves a developer's tools only, such as components' names and indents. */
const spare: Plugin = {
  name: 'spare',
  enforce: 'post',
  transform(code, id) {
    const parts = REPLACED.filter(([file]) => id.includes(file))
    const used = parts.reduce((text, [, part, rest]) => {
      if (text.search(part) < 0)
        throw new Error(`${part.source} is not in ${id} any more; mend REPLACED in src/phone/build.ts.`)
      return text.replace(part, rest)
    }, code)
    return used
      .replace(/__name: ["']\w+["'],/, '')
      .replaceAll('CommentVNode("v-if", true)', 'CommentVNode("", true)')
  },
  renderChunk: code => code.replace(/import\([^)]*\bpart\.js[^)]*\)/, () => JSON.stringify(PART)),
  transformIndexHtml: html => html.replace(/\n\s*/g, ''),
}

const config = pageConfig(
  fileURLToPath(new URL('.', import.meta.url)),
  // Attributes that stay the same are written where they stand: one hundredth less to load. Comments are for us.
  [vue({ template: { compilerOptions: { comments: false, hoistStatic: false } } }), spare],
  {
    output: { entryFileNames: 'first.js', chunkFileNames: 'part.js', assetFileNames: '[name][extname]' },
    optimization: { inlineConst: { mode: 'all', pass: 3 } },
  },
)

const BUILT = ['first.js', 'index.css', 'index.html', 'part.css', 'part.js'] as const
const EXPORTS = /;?export\{([^}]*)\};?\s*$/

/** Names of an import or export, such as `a as b,c as d`, as those of an object. */
const pairs = (names: string, pair: (from: string, to: string) => string): string =>
  names.split(',').map(name => rewrite(name, /^(\S+)(?: as (\S+))?$/, (_, from, to = from) => pair(from, to))).join()

/**
 * Builds the join page in memory, in a few seconds: for each language one HTML file with its script and style inline,
 * and the script of its second part.
 *
 * @param languages English among them; all by default
 */
export async function buildPhonePage(languages: readonly Language[] = LANGUAGES): Promise<PhoneFiles> {
  const [built, fonts, words] = await asProduction(() => Promise.all([
    buildOnce(),
    buildPhoneFonts(),
    Promise.all(languages.map(async language =>
      [language, await wordsScript(language, 'FIRST'), await wordsScript(language, 'LATER')] as const)),
  ]))
  // From where the page is, which may be under a path.
  const later = fonts
    .reduce((code, { path }, i) => code.replace(`address-of-font-${i}`, path.slice(1)), built['part.js'])
  const pages = words.map(([language, first, last]): [Language, LanguageFiles] => {
    const script = last + scriptOfPart(later, built['part.css'])
    const path = `/part-${createHash('sha256').update(script).digest('hex').slice(0, 16)}.js`
    return [language, {
      html: pageOf(built, first + firstScript(built['first.js'], path), ALL_WORDS[language].PAGE),
      part: { path, script },
      lost: lostPage(ALL_WORDS[language].PAGE),
    }]
  })
  return { pages: Object.fromEntries(pages) as PhoneFiles['pages'], fonts }
}

type Built = Record<typeof BUILT[number], string>

/** The page without words. */
async function buildOnce(): Promise<Built> {
  const output = await build(config)
  const files = [output].flat().flatMap(item => 'output' in item ? item.output : [])
  const names = files.map(file => file.fileName)
  if (names.sort().join() !== BUILT.join())
    throw new Error(`The phone page should not build to ${names.join(', ')}.`)
  return Object.fromEntries(files.map(file => [
    file.fileName,
    file.type === 'chunk' ? file.code : String(file.source).replace('\n/*$vite$:1*/', '').trim(),
  ])) as Built
}

/** A script that puts the words of a language where those of English were. */
async function wordsScript(language: Language, part: 'FIRST' | 'LATER'): Promise<string> {
  const entry = 'words-of-a-language'
  const file = JSON.stringify(fileURLToPath(new URL(`../polls/words/${language}.ts`, import.meta.url)))
  const plugin: Plugin = {
    name: 'words',
    resolveId: id => id === entry ? id : undefined,
    load: id => id === entry ? `import { ${part} } from ${file}; self.${part} = ${part}` : undefined,
  }
  const output = await build({
    ...config,
    plugins: [plugin],
    build: {
      ...config.build,
      rolldownOptions: { ...config.build?.rolldownOptions, input: entry, output: { format: 'iife' } },
    },
  })
  const [file0] = [output].flat().flatMap(item => 'output' in item ? item.output : [])
  if (file0?.type !== 'chunk')
    throw new Error(`The words of ${language} do not build to a script.`)
  return `${file0.code.trim()}`
}

function pageOf(built: Built, script: string, { lang, dir, title, paper }: PageWords): string {
  const texts = { lang, dir, title, paper: paper.title, slip: paper.text }
  // Each of them as a function: a `$` in it is no pattern.
  return built['index.html']
    .replace(/\{(\w+)\}/g, (whole, name: string) => name in texts ? texts[name as keyof typeof texts] : whole)
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${built['index.css']}</style>`)
    .replace(/<script type="module"[^>]*>/, () => `<script type="module">${script}`)
}

/** Its address in place of the `import()` of the second part, and what that part takes from it as a global. */
function firstScript(code: string, path: string): string {
  return rewrite(rewrite(code, new RegExp(PART), () => `.${path}`), EXPORTS, (_, names) =>
    `;self.first={${pairs(names, (from, to) => `${to}:${from}`)}}`)
}

/**
 * A script in place of a module: a phone can ask for it again after a failure. Its style comes with it, as one rule at
 * the end of the page's style, which no policy forbids.
 */
function scriptOfPart(code: string, style: string): string {
  const css = JSON.stringify(`@media all{${style}}`)
  const body = rewrite(
    rewrite(code, /^import\{([^}]*)\}from"[^"]*";/, (_, names) =>
      `const{${pairs(names, (from, to) => `${from}:${to}`)}}=self.first;`),
    EXPORTS,
    (_, names) => `;takePart({${pairs(names, (from, to) => `${to}:${from}`)}})`,
  )
  return `(s=>s.insertRule(${css},s.cssRules.length))(document.styleSheets[0]);(()=>{${body}})()`
}

function rewrite(code: string, pattern: RegExp, replacement: (match: string, ...groups: string[]) => string): string {
  if (!pattern.test(code))
    throw new Error(`The build has changed: ${pattern.source} is not in it; mend src/phone/build.ts.`)
  return code.replace(pattern, replacement)
}
