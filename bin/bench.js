// `npm run bench -- NAME`: runs one measurement of bench/ on a private PostgreSQL (or the server of DATABASE_URL); `--list` names them.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './build.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const names = readdirSync(join(root, 'bench'))
  .filter(name => name.endsWith('.ts'))
  .map(name => name.slice(0, -3))
const [name, ...rest] = process.argv.slice(2)
if (!names.includes(name)) {
  console.log(`npm run bench -- NAME, with NAME one of: ${names.join(', ')}`)
  process.exit(name && name !== '--list' ? 1 : 0)
}
await bundle([`bench/${name}.ts`])
const node = join(root, 'node_modules', '.bin', 'node')
const command = [node, join(root, 'build', `${name}.js`), ...rest]
/** Those that take their database away and give it back start it themselves; rules alone need none. */
const ownDatabase = ['drill', 'conflicts', 'schedules']
const wrapped =
  ownDatabase.includes(name) || process.env.DATABASE_URL || rest.includes('--embedded')
    ? command
    : [node, join(root, 'bin', 'postgres.js'), ...command]
process.exit(spawnSync(wrapped[0], wrapped.slice(1), { stdio: 'inherit', cwd: root }).status ?? 1)
