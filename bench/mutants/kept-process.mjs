// A process that runs test files for as many runs as it is asked to; see kept-pool.ts.
import { init, runBaseTests, setupEnvironment } from 'vitest/worker'

const send = process.send.bind(process)
/** The first listener is the worker's own; each run adds one of its own, and that of the run before has nothing to hear. */
const heard = []

init({
  post: (message) => send(message),
  on: (take) => {
    if (heard.length > 1) process.off('message', heard.pop())
    heard.push(take)
    process.on('message', take)
  },
  off: (take) => process.off('message', take),
  runTests: (state, traces) => runBaseTests('run', state, traces),
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
  setup: setupEnvironment,
})
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
