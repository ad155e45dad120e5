import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const home = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Bundles the doors (`src/main.ts`, `src/cli.ts`, `scripts/*`, and `*-worker.ts`, which run in a process of their own) into `build/*.js`,
 * and stylesheet, icon and custom elements into
 * `build/assets/<name>.<hash>.<ext>` with their public addresses in `build/assets.json`. Runs on Node 20 and later.
 * @returns {Promise<boolean>} false when a content stamp of everything that goes in shows that nothing changed
 */
export async function build(root = home) {
  const out = join(root, 'build')
  const stamp = stampOf(root)
  const stampFile = join(out, 'stamp')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  mkdirSync(join(out, 'assets'), { recursive: true })
  rmSync(stampFile, { force: true })
  const esbuild = await import('esbuild')
  await assets(esbuild, root, out)
  await bundle(doors(root), root)
  write(stampFile, stamp)
  return true
}

function doors(root) {
  const scripts = list(join(root, 'scripts')).filter(file => dirname(file) === join(root, 'scripts'))
  const workers = list(join(root, 'src')).filter(file => file.endsWith('-worker.ts'))
  const all = ['src/main.ts', 'src/cli.ts', ...[...scripts, ...workers].map(file => relative(root, file))]
  return all.filter(door => /\.tsx?$/.test(door) && !/\.test\.tsx?$/.test(door) && existsSync(join(root, door)))
}

/** Each file, with all that it imports of ours, as `build/<name>.js`; packages are left where npm put them. */
export async function bundle(entryPoints, root = home) {
  if (entryPoints.length === 0) return
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    entryNames: '[name]',
    outdir: join(root, 'build'),
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) write(path, contents)
}

/** Scripts that are no custom element and yet loaded by themselves, or several in one. */
const apart = ['service-worker.ts', 'device-work.ts', 'frame.ts', 'list.ts', 'answering.ts', 'asking.ts']

/** Small files for the browser, each also compressed, so that serving one is reading one. */
async function assets(esbuild, root, out) {
  const scripts = list(join(root, 'src/web/client')).filter(file => /^[a-z-]+\.ts$/.test(basename(file)))
  const client = scripts.filter(file => apart.includes(basename(file)) || readFileSync(file, 'utf8').includes('customElements.define('))
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [{ in: join(root, 'src/web/styles/index.css'), out: 'style' }, ...client],
    entryNames: '[name]',
    outdir: join(out, 'assets'),
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    target: ['chrome99', 'firefox97', 'safari15.4'],
    logLevel: 'warning',
  })
  const files = outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)])
  files.push(['icon.svg', readFileSync(join(root, 'src/web/icon.svg'))])
  for (const picture of list(join(root, 'docs/help'))) files.push([`help-${basename(picture)}`, readFileSync(picture)])
  const manifest = {}
  for (const [name, body] of files) {
    const [stem, extension] = name.split('.')
    const file = `${stem}.${createHash('sha256').update(body).digest('hex').slice(0, 10)}.${extension}`
    manifest[name] = `/assets/${file}`
    write(join(out, 'assets', file), body)
    if (extension === 'webp') continue // small already
    write(join(out, 'assets', `${file}.br`), brotliCompressSync(body))
    write(join(out, 'assets', `${file}.gz`), gzipSync(body, { level: 9 }))
  }
  write(join(out, 'assets.json'), JSON.stringify(manifest, null, 2))
  const kept = new Set(Object.values(manifest).flatMap(url => ['', '.br', '.gz'].map(ending => `${basename(url)}${ending}`)))
  for (const file of readdirSync(join(out, 'assets')))
    if (!kept.has(file) && !/\.\d+$/.test(file)) rmSync(join(out, 'assets', file), { force: true })
}

/** Of all that a bundle is made from; what runs from elsewhere (migrations, the demo world) is read where it lies. */
export function stampOf(root = home) {
  const sources = ['src', 'scripts', 'database', 'docs/help'].flatMap(folder => list(join(root, folder)))
  const files = sources.filter(file => /\.(tsx?|css|svg|json|webp)$/.test(file) && !/\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of [...files, fileURLToPath(import.meta.url), join(home, 'package-lock.json')])
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Every file below a folder, in a fixed order. */
function list(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap(entry => (entry.isDirectory() ? list(join(folder, entry.name)) : [join(folder, entry.name)]))
}

/** Written beside and moved into place, so that whoever runs meanwhile never reads half a file. */
function write(path, contents) {
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, contents)
  renameSync(beside, path)
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const started = performance.now()
  try {
    const changed = await build()
    console.log(`${changed ? 'built' : 'nothing changed'} (${Math.round(performance.now() - started)} ms)`)
  } catch (error) {
    if (!error.errors) throw error
    process.exitCode = 1 // esbuild has said what and where
  }
}
