// Loaded into a child process before its own code: it ends when its parent does, however that ends. Otherwise a killed
// start command would leave a deck behind that holds the port.
import process from 'node:process'

process.on('disconnect', () => process.exit())
process.channel?.unref()
