import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** The tests of pure rules, in a copy of the tree: names of our packages must lead into that copy, not to where they are linked. */
export default defineConfig({
  resolve: { alias: [{ find: /^@rapport\/(\w+)\/(.+)$/, replacement: `${root}packages/$1/src/$2.ts` }] },
  test: {
    root,
    include: ['test/rules/calendars.test.ts', 'test/rules/sla.test.ts'],
    testTimeout: 20_000,
  },
})
