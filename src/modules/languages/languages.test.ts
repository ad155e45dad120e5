import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, browser, db, kernel, person } from '../../../test/world.ts'
import { refusals as authRefusals } from '../../platform/auth/refusal-words.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { languages, messages } from '../../platform/i18n/languages.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { showAccount } from '../account/operations/profile.ts'
import { exportWords } from './operations/export.ts'
import { importWords } from './operations/import.ts'
import { listLanguages } from './operations/list.ts'
import { watchLanguages } from './queries/watching.ts'
import type { Imported, LanguageFile } from './schema.ts'

let admin: Actor
beforeAll(async () => {
  admin = await person('Nur Aini Pratiwi', 'national_admin')
})
afterAll(() => kernel.close())

const exported = async (language: string): Promise<LanguageFile> =>
  JSON.parse(Buffer.from(await bytesOf(await as(admin)(exportWords, { language }))).toString())
const imported = (file: object) => as(admin)(importWords, { file: { name: 'kata.json', bytes: Buffer.from(JSON.stringify(file)) } })

test('a language goes out to a translator and comes back, and is spoken at once', async () => {
  const fresh = await exported('jv')
  expect(fresh).toMatchObject({ language: 'jv', name: 'Jawa' })
  expect(fresh.messages['home.title']).toEqual({ id: 'Perlu perhatian Anda', en: expect.any(String), text: '', state: 'new' })
  expect(Object.keys(fresh.messages)).toEqual([...messages().keys()])
  fresh.messages['home.title']!.text = 'Sing kudu digatekake'
  fresh.messages['home.greeting']!.text = 'Sugeng rawuh, {name}!'
  expect(await imported(fresh)).toMatchObject({ tag: 'jv', translated: 2, stale: 0, total: messages().size, taken: 2, problems: [] })

  const own = await browser(admin)
  expect((await own.post('/tampilan', { bahasa: 'jv', kembali: '/' })).headers.get('set-cookie')).toContain('bahasa=jv')
  await db.updateTable('person').set({ locale: 'jv' }).where('id', '=', admin.personId!).execute()
  const page = await (await own.get('/')).text()
  expect(page).toContain('<html lang="jv"')
  expect(page).toContain('Sugeng rawuh, Nur Aini Pratiwi!')
  expect((await exported('jv')).messages['home.title']).toMatchObject({ text: 'Sing kudu digatekake' })
  expect((await exported('jv')).messages['home.title']).not.toHaveProperty('state')
})

test('what is not sound is told line by line, and the rest is taken', async () => {
  const { taken, problems, translated } = await imported({
    language: 'jv',
    name: 'Basa Jawa',
    messages: {
      'home.at': { text: 'Panjenengan ing {office}.' },
      'home.none.such': { text: 'Ora ana' },
      'home.greeting': { text: 'Sugeng, {nama}!' },
      'home.waiting': { text: '{count, plural, other {# perkara}' },
      'home.noOffice': { text: '<b>Ora ana</b>' },
      'home.title': { text: 'x'.repeat(5000) },
    },
  })
  expect([taken, translated]).toEqual([1, 3])
  expect(problems.map((each: Imported['problems'][number]) => [each.key, each.problem])).toEqual([
    ['home.none.such', 'unknown'],
    ['home.greeting', 'places'],
    ['home.waiting', 'unreadable'],
    ['home.noOffice', 'markup'],
    ['home.title', 'long'],
  ])
  expect((await exported('jv')).messages['home.greeting']!.text).toBe('Sugeng rawuh, {name}!')
})

test('what changes in Indonesian after it was translated is marked, and null takes a translation back', async () => {
  await imported({ language: 'jv', name: 'Basa Jawa', messages: { 'home.title': { id: 'Yang dahulu', text: 'Sing biyen' } } })
  expect((await exported('jv')).messages['home.title']).toMatchObject({ text: 'Sing biyen', state: 'stale' })
  expect((await as(admin)(listLanguages, {})).languages).toMatchObject([{ tag: 'jv', name: 'Basa Jawa', stale: 1 }])
  await imported({ language: 'jv', name: 'Basa Jawa', messages: { 'home.title': { text: null } } })
  expect((await exported('jv')).messages['home.title']).toMatchObject({ text: '', state: 'new' })
  const { rows } = await kernel.store.pool.query(`select count(*)::int as kept from revision where table_name = 'language'`)
  expect(rows[0].kept).toBeGreaterThan(2)
})

test('another process speaks it as soon as it asks, and whoever chose it is spoken to in it', async () => {
  expect((await as({ ...admin })(showAccount, {})).locale).toBe('jv')
  const other = await watchLanguages(kernel.store, kernel.log)
  expect(languages.get('jv' as 'added')?.texts.get('home.at')).toBe('Panjenengan ing {office}.')
  other.stop()
  expect(languages.has('jv' as 'added')).toBe(false)
  expect((await as({ ...admin })(showAccount, {})).locale).toBe('id')
})

test('what is no file of words, or one of a language of ours, is refused', async () => {
  for (const file of [
    {},
    [],
    { language: 'jv' },
    { language: 'x', name: 'X', messages: {} },
    { language: 'en', name: 'E', messages: {} },
    { language: 'en-US', name: 'E', messages: {} },
  ])
    await expect(imported(file)).rejects.toMatchObject({ code: 'invalid', fields: { file: [expect.anything()] } })
})

test('a tag that names no language is refused: what is said in every language would be said to nobody any more', async () => {
  for (const language of ['jv-12', 'jv-abc', 'jv-aaaaa-aaaaa', 'jv-latn', 'xx-a1']) {
    await expect(imported({ language, name: 'Basa', messages: {} })).rejects.toMatchObject({ code: 'invalid' })
    await expect(exported(language)).rejects.toMatchObject({ code: 'invalid' })
  }
  expect(await imported({ language: 'jv-Latn', name: 'Basa Jawa', messages: {} })).toMatchObject({ tag: 'jv-Latn' })
  await expect.poll(() => languages.has('jv-Latn' as 'added')).toBe(true) // once this process has heard of it
  for (const tag of languages.keys()) expect(() => new Intl.PluralRules(tag)).not.toThrow()
  expect(authRefusals.tooManyAttempts({ minutes: 3 })).toHaveProperty('jv-Latn')
})

test('a name of a language that hides something is refused with words, and one in any script is taken', async () => {
  for (const name of [
    'Basa\u202eawaJ',
    'Basa\nJawa',
    'Basa\u0000',
    'Ba\u200bsa',
    '\u2066Basa',
    'Basa\u2028',
    '\u200f',
    '   ',
    'x'.repeat(81),
  ])
    await expect(imported({ language: 'su', name, messages: {} })).rejects.toMatchObject({
      code: 'invalid',
      fields: { file: [{ id: expect.stringContaining('tanpa karakter tersembunyi') }] },
    })
  for (const language of ['su\u202e', 'su\n', ' su'])
    await expect(imported({ language, name: 'Basa Sunda', messages: {} })).rejects.toThrow()
  for (const [language, name] of [
    ['jv-Java', 'ꦧꦱꦗꦮ'],
    ['ms-Arab', 'بهاس ملايو'],
    ['ban', 'Basa Bali (ᬩᬲᬩᬮᬶ)'],
  ])
    expect(await imported({ language, name, messages: {} })).toMatchObject({ tag: language, name })
})

test.each(['', 'xx1', 'bahasa apa pun'])(
  'a file asked for by the code “%s” is answered beside the field, with what was typed',
  async code => {
    const own = await browser(admin)
    const answer = await own.get(`/bahasa/berkas?bahasa=${encodeURIComponent(code)}`)
    const page = await answer.text()
    expect([answer.status, page.includes('id="bahasa-error"') || page.includes('aria-invalid="true"')]).toEqual([422, true])
    if (code) expect(page).toContain(`value="${code}"`)
  },
)
