// npm start: installs what is missing, builds what is older than its sources, then becomes the server.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

/** npm passes a stop on to its shell alone, which dies without telling: when the parent is gone, this is the stop. */
function stopWithParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

ensureInstalled({ dev: false })
ensureBuilt(['server', 'web'])
if (process.env.npm_lifecycle_event) stopWithParent()
process.setSourceMapsEnabled(true)
await import('../dist/server/main.js')
