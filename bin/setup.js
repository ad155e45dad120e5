// Makes a fresh clone ready: installs what package-lock.json names when it is missing or stale, then builds. Runs on the system's Node, 20
// or later.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`Sinergi needs Node 20 or later to set itself up; this is ${process.versions.node}.`)

const stamp = join('node_modules', '.sinergi-setup')
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) install()
const { build } = await import('./build.js')
await build()

function install() {
  console.log('Installing what Sinergi needs (once) …')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const { status } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: npm.length === 1 && process.platform === 'win32',
  })
  if (status !== 0) stop('The installation failed; is the npm registry within reach?')
  const node = join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  // An npm that blocks install scripts leaves this one out; it only links the right binary into place.
  if (!existsSync(node))
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: join('node_modules', 'node'), stdio: 'inherit' })
  if (!existsSync(node)) stop('Node 24 did not install (package "node"); run: npm rebuild node')
  writeFileSync(stamp, wanted)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
