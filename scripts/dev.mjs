// npm run dev: the server restarts and the pages reload when a source changes.
import { spawn } from 'node:child_process'
import { ensureInstalled } from './install.mjs'
import { inProject, project } from './project.mjs'

ensureInstalled({ dev: true })
const programs = [
  [inProject('node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'src/main/server.ts'],
  [inProject('node_modules/vite/bin/vite.js'), '--clearScreen', 'false'],
]
const children = programs.map((flags) => spawn(process.execPath, flags, { cwd: project, stdio: 'inherit' }))
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0
    for (const other of children) other.kill('SIGTERM')
  })
}
// The terminal sends Ctrl-C to all of them; this one waits for the others to end.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill('SIGTERM')))
