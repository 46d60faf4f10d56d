import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

export default defineConfig({
  root: 'src/main/web',
  plugins: [react()],
  // The browsers of domestic desktops are Chromium 90 and later.
  build: { outDir: '../../../dist/web', emptyOutDir: true, target: 'chrome90', chunkSizeWarningLimit: 2000 },
  server: { proxy: { '/api': server } },
})
