import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const files = globSync(['{src,test,scripts}/**/*.test.{ts,tsx}'])
const opensDatabase = (file: string) => /(world|application|database|generated-forms|demo)\.ts'/.test(readFileSync(file, 'utf8'))
/** What pages show does not depend on the engine behind them, and how a server stops is tried on the embedded one: these run once. */
const once =
  /^test\/(demo-world|graceful-stop|browser\/(every-page|hostile-pages|third-language|keyboard|conditional-fields|in-place|summary-focus|offline))\.test\.tsx?$/

const pages = files.filter(file => once.test(file))
/** What opens a database, itself or by what it imports, runs on each engine. */
const database = files.filter(file => !pages.includes(file) && opensDatabase(file))
const rules = files.filter(file => !pages.includes(file) && !database.includes(file))
/** The longest begin first, so that none is left running alone. */
const long = ['demo-world', 'every-page', 'main-job', 'hostile-pages', 'keyboard', 'same-numbers', 'draft-form', 'hostile-text']
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => long.findIndex(name => moduleId.includes(`/${name}.test.`)) + 1 || long.length + 1
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
const world = { globalSetup: 'test/template.ts', setupFiles: 'test/setup.ts' }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    maxWorkers: 3, // some wait, for a browser or a process, while two compute
    isolate: false, // what is imported is evaluated once a process; `test/setup.ts` gives each file a world of its own
    projects: [
      { extends: true, test: { name: 'rules', include: rules } },
      { extends: true, test: { name: 'database', include: database, ...world } },
      { extends: true, test: { name: 'pages', include: pages, ...world } },
    ],
  },
})
