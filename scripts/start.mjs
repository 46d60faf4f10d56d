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

// `npm start` is for looking at the sample county on one's own machine; a start in earnest opens its accounts only when told to.
const isOwnMachine = ['', '127.0.0.1', '::1', 'localhost'].includes(process.env.HOST ?? '')
if (process.argv.includes('--sample-accounts') && isOwnMachine) process.env.GUATU_SAMPLE_ACCOUNTS ||= '1'

ensureInstalled({ dev: false })
ensureBuilt(['server', 'web'])
if (process.env.npm_lifecycle_event) stopWithParent()
process.setSourceMapsEnabled(true)
await import('../dist/server/main.js')
