import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Settings } from '../src/platform/config.ts'
import { root } from '../src/platform/root.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the README lists every environment variable with what it is, and no other', () => {
  const listed = [...readme.matchAll(/^\| `([A-Z0-9_]+)` \| .* \| (.*) \|$/gm)].map(([, name, text]) => [name, text])
  expect(listed).toEqual(Object.entries(Settings.shape).map(([name, shape]) => [name, shape.description]))
})

test('what the README points to is there', () => {
  const paths = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path]) => path!)
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
})
