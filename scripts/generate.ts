import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modules } from '../src/modules.ts'
import type { Store } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { root } from '../src/platform/process/root.ts'
import { openEmpty } from '../test/empty-database.ts'
import { describeApi } from './api-text.ts'
import { describePermissions } from './permissions-text.ts'
import { describeSchema } from './schema-text.ts'
import { describeTables } from './tables-text.ts'

/**
 * Writes what follows from the migrations and from the list of operations: `database/schema.sql`, `src/platform/database/tables.ts`,
 * `docs/api.md`, `docs/permissions.md`. With `--check` it writes nothing and exits 1 when one of them is not what it would write.
 */
const check = process.argv.includes('--check')
const store = await openEmpty()
await migrate(store)
const wanted = await documents(store)
await store.close()

let stale = 0
for (const [path, text] of wanted) {
  const now = await readFile(join(root, path), 'utf8').catch(() => '')
  if (now === text) continue
  stale++
  if (check) console.error(`${path} is not what the sources say; run npm run generate`)
  else {
    await writeFile(join(root, path), text)
    console.log(`wrote ${path}`)
  }
}
if (check && stale) process.exit(1)
if (check) console.log(`${wanted.length} generated files are up to date`)

async function documents({ db }: Store): Promise<[string, string][]> {
  return [
    ['database/schema.sql', await describeSchema(db)],
    ['src/platform/database/tables.ts', await describeTables(db)],
    ['docs/api.md', describeApi(modules)],
    ['docs/permissions.md', describePermissions(modules)],
  ]
}
