import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath, withReturn } from './return-path.ts'

test('whatever is asked for, a safe path stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.array(fc.constantFrom('/', '\\', '.', '%', 'a', '@', ':', '?', '#', '\t', '\n', '%2f', '..')).map(parts => `/${parts.join('')}`),
      ),
      wanted => {
        const path = safePath(wanted)
        expect(path).toMatch(/^\/(?![/\\])/)
        expect(new URL(path, 'https://sinergi.test/x/y').origin).toBe('https://sinergi.test')
        expect(safePath(path)).toBe(path)
      },
    ),
    { numRuns: 2000 },
  )
})

test('the way onwards is left out when it is the home page', () => {
  expect(withReturn('/masuk', '/')).toBe('/masuk')
  expect(withReturn('/masuk', '/akun?x=1&y=2')).toBe('/masuk?ke=%2Fakun%3Fx%3D1%26y%3D2')
  expect(withReturn('/masuk/kode?cara=pemulihan', '/akun')).toBe('/masuk/kode?cara=pemulihan&ke=%2Fakun')
})
