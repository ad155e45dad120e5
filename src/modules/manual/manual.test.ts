import { afterAll, expect, test } from 'vitest'
import { app, browser, kernel } from '../../../test/world.ts'
import { endpoints, operations } from '../../modules.ts'
import { openApi } from '../../platform/doors/openapi.ts'
import { curlOf, operationsOf } from './rules.ts'

afterAll(() => kernel.close())

const described = operationsOf(openApi(endpoints, 'http://sinergi.test'))

test('the documentation has every endpoint, each on the page of its subject', async () => {
  expect(described.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    endpoints.map(({ route }) => route.replace(/:(\w+)/g, '{$1}')).sort(),
  )
  expect(new Set(described.map(({ name }) => name))).toEqual(new Set(operations.map(({ name }) => name)))
  const page = await browser(null)
  const overview = await (await page.get('/api')).text()
  for (const tag of new Set(described.map(({ tag }) => tag))) {
    expect(overview).toContain(`/api?bagian=${tag}`)
    const answer = await page.get(`/api?bagian=${tag}`)
    const text = await answer.text()
    expect([answer.status, described.filter(each => each.tag === tag && !text.includes(`id="${each.name}"`))]).toEqual([200, []])
  }
  expect((await page.get('/api?bagian=tidak-ada')).status).toBe(303)
})

test('the example calls what it says, with the fields of the body', () => {
  const create = described.find(({ name }) => name === 'offices.create')!
  expect(create.fields.find(({ name }) => name === 'zone')).toEqual({
    name: 'zone',
    place: 'body',
    shape: 'Asia/Jakarta | Asia/Makassar | Asia/Jayapura',
    required: true,
    about: '',
  })
  expect(curlOf(create, 'http://sinergi.test/api/v1')).toBe(
    `curl -X POST "http://sinergi.test/api/v1/offices" \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H 'Content-Type: application/json' \\\n  -d '${create.example}'`,
  )
  const show = described.find(({ name }) => name === 'offices.show')!
  expect(curlOf(show, '')).toContain('"/offices/$id"')
})

test('each kind of refusal has a page where its type leads', async () => {
  const answer = await app.request('http://sinergi.test/api/v1/offices/019a0000-0000-7000-8000-00000000ffff')
  const { type, code } = await answer.json()
  const [path, anchor] = type.split('#')
  const page = await (await browser(null)).get(path)
  expect([page.status, anchor, (await page.text()).includes(`id="${code}"`)]).toEqual([200, code, true])
})
