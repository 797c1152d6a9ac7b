import type { Rolldown } from 'vite'
import { Buffer } from 'node:buffer'
import { dirname } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build, mergeConfig } from 'vite'
import { asProduction, pageConfig } from './pageBuild.ts'

export interface ServerPage<Module> {
  /** What the entry exports. */
  module: Module
  /** Its styles, with the fonts and pictures that they name beside them. */
  assets: Rolldown.OutputAsset[]
}

/**
 * Builds a page that is drawn once, on this machine, and needs no script afterwards; in memory, in about a second.
 *
 * @param entry path of the module that draws it with Vue's server renderer
 * @param assetNames names of its assets, as Rolldown's `assetFileNames`
 */
export async function buildServerPage<Module>(
  entry: string,
  assetNames: Rolldown.OutputOptions['assetFileNames'] = '[name][extname]',
): Promise<ServerPage<Module>> {
  const config = mergeConfig(
    pageConfig(dirname(entry), [vue({ template: { compilerOptions: { comments: false } } })], {
      input: entry,
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'server.js', ...assetNames !== undefined && { assetFileNames: assetNames } },
    }),
    // Its addresses are relative, so that it may stand under any path.
    { base: './', build: { minify: false, cssCodeSplit: false, assetsInlineLimit: 0 } },
  )
  const built = await asProduction(() => build(config))
  const files = [built].flat().flatMap(item => 'output' in item ? item.output : [])
  const scripts = files.filter(file => file.type === 'chunk')
  const [script] = scripts
  if (!script || scripts.length > 1)
    throw new Error(`${entry} should build to one script, not ${scripts.map(file => file.fileName).join(', ')}.`)
  const address = `data:text/javascript;base64,${Buffer.from(script.code).toString('base64')}`
  return { module: await import(address) as Module, assets: files.filter(file => file.type === 'asset') }
}
