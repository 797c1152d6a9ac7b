import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { asProduction, pageConfig } from '../cli/pageBuild.ts'

const config = pageConfig(
  fileURLToPath(new URL('.', import.meta.url)),
  [vue({ template: { compilerOptions: { comments: false } } })],
  { output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' } },
  // What it shares with the deck is called from where this page is, too.
  { 'import.meta.env.ROOM_ROOT': '"."' },
)

/** Builds the page for moderators in memory, in about a second: one HTML file with its script and style inline. */
export async function buildModeratePage(): Promise<string> {
  const built = await asProduction(() => build(config))
  const files = [built].flat().flatMap(item => 'output' in item ? item.output : [])
  const take = (name: string): string => {
    const file = files.find(({ fileName }) => fileName === name)
    if (!file || files.length !== 3)
      throw new Error(`The page for moderators should not build to ${files.map(each => each.fileName).join(', ')}.`)
    return file.type === 'chunk' ? file.code : String(file.source)
  }
  // As functions: a `$` in the files is no pattern.
  return take('index.html')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${take('index.css')}</style>`)
    .replace(/<script type="module"[^>]*>/, () => `<script type="module">${take('page.js')}`)
}
