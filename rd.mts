import { readDocument } from './src/platform/reading/read-document.ts'
import { readFileSync } from 'node:fs'
for (const f of process.argv.slice(2)) {
console.log('===', f)
const t = performance.now()
try {
const r = await readDocument({name: f, bytes: readFileSync(f)})
console.log(r.text); console.log(r.notices.map(n=>n.kind+' '+n.message).join('\n'), r.title, Math.round(performance.now()-t))
} catch (e) { console.log(e.message ?? e) }
}
