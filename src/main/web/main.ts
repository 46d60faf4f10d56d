import './old-browsers.ts'
import './no-eval.ts'

// Only now the rest: a bundle does not keep the order of plain imports, and both must come before anything else runs.
void import('./app.tsx')
