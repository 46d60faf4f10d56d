import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

export default defineConfig({
  root: 'src/main/web',
  plugins: [react()],
  resolve: {
    alias: { '@rc-component/async-validator': fileURLToPath(new URL('src/main/web/no-rules.ts', import.meta.url)) },
  },
  // The browsers of domestic desktops are Chromium 90 and later.
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'chrome90',
    chunkSizeWarningLimit: 2000,
    // What every page needs and seldom changes stays in the browser's cache; antd is split by what each page uses.
    rolldownOptions: {
      // A door only passes on what lies behind it: what nobody asks of it is not loaded with it.
      treeshake: {
        moduleSideEffects: (id) =>
          !/[\\/]modules[\\/][^\\/]+[\\/][^\\/]+[\\/](web[\\/]index\.tsx|contract\.ts)$/.test(id),
      },
      // Signing in is an entry of its own, without the kit of the work screens.
      input: { index: 'src/main/web/index.html', 'sign-in': 'src/main/web/sign-in.html' },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'zod', test: /node_modules[\\/]zod[\\/]/ },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/](?!.*virtual)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api/': server } },
})
