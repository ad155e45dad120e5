import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
let build: (root?: string) => Promise<boolean>
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const manifest = (): Record<string, string> => JSON.parse(readFileSync(join(folder, 'build/assets.json'), 'utf8'))

beforeAll(async () => {
  build = (await import(`${join(import.meta.dirname, '../bin/build.js')}`)).build
  folder = mkdtempSync(join(tmpdir(), 'build-'))
  write('src/main.ts', "import { greet } from './greet.ts'\nconsole.log(greet('Sari'))")
  write('src/greet.ts', "export const greet = (name: string): string => 'Halo ' + name")
  write('src/web/styles/index.css', '.a { & .b { color: #ff0000; } }')
  write('src/web/client/one-thing.ts', "customElements.define('one-thing', class extends HTMLElement {})")
  write('src/web/client/part-of-it.ts', 'export const part = 1')
  write('src/web/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a door becomes a file that runs; assets carry their content in their names, also compressed', async () => {
  expect(await build(folder)).toBe(true)
  expect(execFileSync(process.execPath, [join(folder, 'build/main.js')], { encoding: 'utf8' })).toBe('Halo Sari\n')
  const assets = manifest()
  expect(Object.keys(assets).sort()).toEqual(['icon.svg', 'one-thing.js', 'style.css'])
  expect(assets['style.css']).toMatch(/^\/assets\/style\.[0-9a-f]{10}\.css$/)
  const plain = readFileSync(join(folder, `build${assets['style.css']}`))
  expect(plain.toString()).toBe('.a .b{color:red}\n')
  expect(brotliDecompressSync(readFileSync(join(folder, `build${assets['style.css']}.br`)))).toEqual(plain)
  expect(gunzipSync(readFileSync(join(folder, `build${assets['style.css']}.gz`)))).toEqual(plain)
})

test('nothing is built again while nothing has changed, whatever the clock says', async () => {
  write('src/greet.ts', readFileSync(join(folder, 'src/greet.ts'), 'utf8'))
  expect(await build(folder)).toBe(false)
})

test('a changed style has a new address, the old file goes, and the others stay', async () => {
  const before = manifest()
  write('src/web/styles/index.css', '.a { color: blue; }')
  expect(await build(folder)).toBe(true)
  expect({ ...manifest(), 'style.css': '' }).toEqual({ ...before, 'style.css': '' })
  expect(manifest()['style.css']).not.toBe(before['style.css'])
  expect(readdirSync(join(folder, 'build/assets')).filter(file => file.startsWith('style'))).toHaveLength(3)
})

test('a build that failed is tried again', async () => {
  write('src/main.ts', "import './missing.ts'")
  await expect(build(folder)).rejects.toThrow('missing.ts')
  await expect(build(folder)).rejects.toThrow('missing.ts')
  write('src/main.ts', 'console.log(1)')
  expect(await build(folder)).toBe(true)
})
