import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // Files share the modules they load, which no test changes: to load them for each cost more than a third of the whole.
    isolate: false,
    exclude: ['test/bench/**', 'node_modules/**'],
    testTimeout: 120_000,
    // Some files fill a whole CRM first, which takes a slow machine a while.
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
