import { build } from 'vite'
import { asProduction } from './pageBuild.ts'

/**
 * Bundles a module with all that it imports into one classic script, in memory.
 *
 * @param entry path of the module
 * @param define values that replace names in its code, written as code
 * @returns the script
 */
export async function buildScript(entry: string, define: Record<string, string> = {}): Promise<string> {
  const built = await asProduction(() => build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: { write: false, lib: { entry, formats: ['iife'], name: 'built' } },
  }))
  const [chunk] = [built].flat().flatMap(output => 'output' in output ? output.output : [])
  if (chunk?.type !== 'chunk')
    throw new Error(`${entry} should build to one script.`)
  return chunk.code
}
