// npm start: installs what is missing, builds what is older than its sources, then becomes the server.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

ensureInstalled({ dev: false })
ensureBuilt(['server', 'web'])
process.setSourceMapsEnabled(true)
await import('../dist/server/main.js')
