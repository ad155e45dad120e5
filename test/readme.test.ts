import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations } from '../src/modules.ts'
import { Settings } from '../src/platform/process/config.ts'
import { root } from '../src/platform/process/root.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('the README lists every environment variable with its default and what it is, and no other', () => {
  const rows = readme.matchAll(/^\| `([A-Z0-9_]+)` *\| *(?:`(.*?)`)? *\| (.*?) *\|$/gm)
  const listed = [...rows].map(([, name, otherwise, text]) => [name, otherwise, text])
  const otherwise = Settings.parse({}) as Record<string, unknown>
  const known = Object.entries(Settings.shape).map(([name, { description }]) => [name, otherwise[name]?.toString(), description])
  expect(listed).toEqual(known)
})

test('the commands that the README names are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name!)
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter(name => !scripts[name])).toEqual([])
  const spoken = [...readme.matchAll(/bin\/sinergi ([a-z]+) ([a-z]+)/g)].map(([, subject, verb]) => `${subject}.${verb}`)
  const names = operations.map(({ name }) => name)
  expect(spoken.filter(name => !names.includes(name) && !names.includes(name.replace('.', 's.')))).toEqual([])
  for (const [path] of readme.matchAll(/(?<=`)(bin\/sinergi|\.ci\/run)/g)) expect(existsSync(join(root, path)), path).toBe(true)
})

test('what the README points to is there', () => {
  const paths = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path]) => path!)
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
})
