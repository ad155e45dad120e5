// `npm test`: types, style, generated files, then every test on the engine that DATABASE_URL names, else on the embedded database.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, NODE_ENV: 'test' }
const only = process.argv.slice(2)

const steps = only.length
  ? [['tests', 'vitest', 'run', ...only]]
  : [
      ['types', 'tsc', '-p', '.'],
      ['style', 'biome', 'check', '--error-on-warnings', '.'],
      ['generated files', 'node', 'build/generate.js', '--check'],
      [`tests on ${process.env.DATABASE_URL ? 'PostgreSQL' : 'the embedded database'}`, 'vitest', 'run'],
    ]
for (const [name, command, ...args] of steps) {
  const started = Date.now()
  console.log(`\n— ${name}: ${command} ${args.join(' ')}`)
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' })
  if (error) console.error(error.message)
  if (status !== 0) {
    console.error(`— ${name} failed`)
    process.exit(status || 1)
  }
  console.log(`— ${name} passed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
