import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const files = globSync(['{src,test,scripts}/**/*.test.{ts,tsx}'])
/** A test that opens a database, itself or by what it imports: it runs once on each engine. */
const database = files.filter(file => /(world|application|database|generated-forms|demo)\.ts'/.test(readFileSync(file, 'utf8')))
const rules = files.filter(file => !database.includes(file))

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    isolate: false, // what is imported is evaluated once a process; `test/setup.ts` gives each file a world of its own
    projects: [
      { extends: true, test: { name: 'rules', include: rules } },
      { extends: true, test: { name: 'database', include: database, globalSetup: 'test/template.ts', setupFiles: 'test/setup.ts' } },
    ],
  },
})
