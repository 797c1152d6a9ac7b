import { enableCompileCache, flushCompileCache } from 'node:module'
import { main } from '../src/cli/cli.ts'
import { inRoot } from '../src/cli/paths.ts'

// Set before the rest is loaded: with cached compiled code the room answers in four fifths of the time.
enableCompileCache(inRoot('node_modules', '.cache', 'compiled'))
const { start } = await import('./start/command.ts')
await main(start)
flushCompileCache()
