import './old-browsers.ts'
import './no-eval.ts'

// As in main.ts: both must come before anything else runs.
void import('./sign-in-app.tsx')
