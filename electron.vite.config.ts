import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string) => resolve(import.meta.dirname, path)
const jobs = here('src/main/jobs/entry.ts')

// Electron 33, the oldest runtime the app is started on, has Node 20 and Chromium 130.
const node = 'node20.18'
const chrome = 'chrome130'

export default defineConfig({
  main: {
    build: {
      outDir: here('out/build/main'),
      target: node,
      rolldownOptions: {
        input: {
          index: here('src/main/index.ts'),
          ...(existsSync(jobs) && { jobs }),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: here('out/build/preload'),
      target: node,
      // A sandboxed preload is one CommonJS file that cannot require packages.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { preload: here('src/main/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src/renderer'),
    plugins: [react()],
    build: {
      outDir: here('out/build/renderer'),
      emptyOutDir: true,
      target: chrome,
      // The content policy allows fonts, workers and scripts as files of our own only.
      assetsInlineLimit: 0,
      rolldownOptions: { input: here('src/renderer/index.html') },
    },
  },
})
