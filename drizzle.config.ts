import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/modules/*/*/server/tables.ts', './src/platform/**/tables.ts'],
  out: './migrations',
})
