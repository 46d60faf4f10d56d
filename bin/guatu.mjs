#!/usr/bin/env node
// The command line: built from the sources when they are newer, which takes a tenth of a second.
import { ensureBuilt } from '../scripts/build.mjs'

ensureBuilt(['server'])
await import('../dist/server/cli.js')
