import { afterAll, beforeAll, expect, test } from 'vitest'
import { summaryIn } from '../../../test/posted-forms.ts'
import { as, browser, kernel, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { addDays } from '../../platform/values/clock.ts'
import { createPartner } from '../partners/operations/write.ts'
import type { PartnerDetail } from '../partners/schema.ts'
import { showAgreement } from './operations/read.ts'
import { changeAgreement, createAgreement } from './operations/write.ts'
import { expiryNotice } from './rules/status.ts'
import type { AgreementDetail } from './schema.ts'

let sari: Actor
let ketua: Actor
let bali: Actor
let kejari: PartnerDetail
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10')
  ketua = await person('Ketua', 'office_leader', '35.10')
  bali = await person('Bali', 'cooperation_officer', '51')
  kejari = await as(sari)(createPartner, { name: 'Kejaksaan Negeri Contoh', class: 'state_body' })
})
afterAll(() => kernel.close())

const draft = {
  kind: 'pks',
  title: 'Pendampingan hukum tahapan pemilihan',
  parties: [
    { side: 'kpu', office: '35.10' },
    { side: 'partner', partner: 'kejari contoh' },
  ],
  stage: 'signed',
  signedOn: '2024-03-01',
  endsOn: '2026-03-01',
}
const record = (more: object = {}, actor = sari) => as(actor)<AgreementDetail>(createAgreement, { ...draft, ...more })

test('everything that is missing from an agreement is said at once, the partner too', async () => {
  const empty = { kind: 'pks', stage: 'signed', openness: 'public', 'parties.0.side': 'kpu', 'parties.0.office': '35.10' }
  const answer = await (await browser(sari)).post('/perjanjian/baru', { ...empty, 'parties.1.side': 'partner' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(summaryIn(page)).toEqual([
    { text: 'Tentang: Isi bagian ini.', to: 'title' },
    { text: 'Pihak 2, Mitra: Pilih mitranya.', to: 'parties-1-partner' },
    { text: 'Ditandatangani: Isi tanggal penandatanganan.', to: 'signedOn' },
  ])
  const rest = await (await program(sari))('POST', '/agreements', { kind: 'pks', stage: 'signed', parties: [] })
  expect(await rest.text()).toMatch(/Tambahkan satuan kerja KPU|Add an office of the commission/)
})

test('a short title, crossing days, a parent and partners that are nowhere are said together, and what was typed comes back', async () => {
  const typed = { kind: 'pks', title: 'Uji', stage: 'signed', signedOn: '2025-03-01', endsOn: '2025-01-01', openness: 'public' }
  const parties = {
    'parties.0.side': 'kpu',
    'parties.0.office': '35.10',
    'parties.1.side': 'partner',
    'parties.1.partner': 'Universitas Xyzabc',
  }
  const answer = await (await browser(sari)).post('/perjanjian/baru', { ...typed, ...parties, parent: 'nihil/99' })
  const page = await answer.text()
  expect([answer.status, summaryIn(page)!.map(({ to }) => to)]).toEqual([422, ['title', 'parent', 'parties-1-partner', 'endsOn']])
  expect(page).toMatch(/name="parties\.1\.partner"[^>]*value="Universitas Xyzabc"/)
  const far = { ...typed, ...parties, 'parties.0.office': '51' }
  expect(summaryIn(await (await (await browser(sari)).post('/perjanjian/baru', far)).text())!.map(({ to }) => to)).toEqual([
    'title',
    'endsOn',
  ])
})

test('the agreement above is called by its name wherever it is chosen, and part of a title that means one takes it', async () => {
  const above = await record({ kind: 'mou', title: 'Payung tunggal bernama panjang', endsOn: '2030-01-01' })
  const page = await browser(sari)
  const [choice] = (await (await page.get('/api/v1/agreements/choices?q=payung')).json()) as { value: string; label: string }[]
  const named = { parent: choice!.label, 'parent~': JSON.stringify([choice!.value, choice!.label]) }
  const own = { kind: 'pks', stage: 'draft', openness: 'public', 'parties.0.side': 'kpu', 'parties.0.office': '35.10' }
  const rest = { ...own, 'parties.1.side': 'partner', 'parties.1.partner': 'kejari contoh' }
  const again = await (await page.post('/perjanjian/baru', { ...rest, ...named, title: '' })).text()
  expect(again.match(/<input[^>]*name="parent"[^>]*>/)![0]).toContain(`value="${choice!.label}"`)
  expect(again.match(/<input[^>]*name="parent~"[^>]*>/)![0]).toContain(above.id)
  for (const [title, parent] of Object.entries({ 'Di bawah payung satu': named, 'Di bawah payung dua': { parent: 'payung tunggal' } })) {
    const { headers, status } = await page.post('/perjanjian/baru', { ...rest, ...parent, title })
    expect(status).toBe(303)
    const id = headers.get('location')!.split('/').at(-1)!
    expect((await as(sari)<AgreementDetail>(showAgreement, { id })).parent?.id).toBe(above.id)
  }
})

test('what few fill in is folded until one of it holds something, is wrong or was changed meanwhile, and is sent all the same', async () => {
  const page = await browser(sari)
  const isOpen = (html: string) => /<details class="rest"( open)?>/.exec(html)![1] !== undefined
  const foldedIn = (html: string) => /<details class="rest".*?<\/details>/s.exec(html)![0]
  const blank = await (await page.get('/perjanjian/baru')).text()
  const names = [...foldedIn(blank).matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name)
  const signing = [0, 1].flatMap(at => ['signatory', 'signatoryPosition', 'authority'].map(field => `parties.${at}.${field}`))
  expect([isOpen(blank), names]).toEqual([false, ['scope', 'place', ...signing]])

  const typed = {
    kind: 'pks',
    title: 'Lipatan rincian',
    stage: 'draft',
    openness: 'public',
    'parties.0.side': 'kpu',
    'parties.0.office': '35.10',
  }
  const sent = { ...typed, 'parties.1.side': 'partner', 'parties.1.partner': kejari.name }
  const opened = async (more: Record<string, string>) =>
    isOpen(await (await page.post('/perjanjian/baru', { ...sent, tambah: 'kpu', ...more })).text())
  expect(await opened({})).toBe(false)
  for (const name of names) expect(await opened({ [name!]: 'x' })).toBe(true)
  const wrong = await page.post('/perjanjian/baru', { ...sent, title: 'x', 'parties.1.authority': 'x'.repeat(301) })
  const again = await wrong.text()
  expect([wrong.status, isOpen(again), again.includes('href="#parties-1-authority"'), again.includes('id="parties-1-authority"')]).toEqual([
    422,
    true,
    true,
    true,
  ])
  const done = await page.post('/perjanjian/baru', { ...sent, 'parties.1.signatory': 'Dewi', scope: 'satu\ndua' })
  const kept = await (await page.get(done.headers.get('location')!.split('?')[0]!)).text()
  expect([done.status, kept.includes('Dewi'), kept.includes('<li>dua</li>')]).toEqual([303, true, true])
})

test('without JavaScript: one more party keeps what was typed, an odd number is said but taken, and hostile text is text', async () => {
  const page = await browser(sari)
  const typed = {
    kind: 'pks',
    title: 'Judul <script>alert(1)</script> & "kutip"',
    stage: 'signed',
    openness: 'public',
    signedOn: '2025-01-02',
    scope: '=HYPERLINK("x")\n<b>dua</b>',
    'parties.0.side': 'kpu',
    'parties.0.office': '35.10',
    'parties.0.number': 'NOMOR ANEH',
    'parties.1.side': 'partner',
    'parties.1.partner': kejari.name,
  }
  const more = await (await page.post('/perjanjian/baru', { ...typed, tambah: 'partner' })).text()
  expect(more).toContain('name="parties.2.partner"')
  expect(more).toContain('value="Judul &lt;script>alert(1)&lt;/script> &amp; &quot;kutip&quot;"')
  const less = await (
    await page.post('/perjanjian/baru', { ...typed, 'parties.2.side': 'partner', 'parties.2.partner': 'ketiga', hapus: 'parties.1' })
  ).text()
  expect([less.includes('value="ketiga"'), less.includes(`value="${kejari.name}"`), less.includes('parties.2.side')]).toEqual([
    true,
    false,
    false,
  ])
  const wrong = await page.post('/perjanjian/baru', { ...typed, 'parties.2.side': 'partner', 'parties.2.partner': 'Entah Siapa' })
  const again = await wrong.text()
  expect([wrong.status, again.includes('href="#parties-2-partner"'), again.includes('value="NOMOR ANEH"')]).toEqual([422, true, true])
  const done = await page.post('/perjanjian/baru', typed)
  expect([done.status, decodeURIComponent(done.headers.get('set-cookie') ?? '').includes('Bentuk nomor NOMOR ANEH')]).toEqual([303, true])
  const shown = await (await page.get(done.headers.get('location')!)).text()
  expect(shown).toContain('&lt;b>dua&lt;/b>')
  expect(shown).not.toMatch(/<script>alert|<b>dua/)
  expect(await (await page.get('/perjanjian?q=kutip')).text()).not.toContain('<script>alert')
})

test('two who edit one agreement on the page: the second sees what is stored beside what was typed, and may save on purpose', async () => {
  const { id } = await record()
  const page = await browser(sari)
  const form = {
    kind: 'pks',
    title: 'Judul dari orang pertama',
    openness: 'public',
    signedOn: '2024-03-01',
    endsOn: '2026-03-01',
    scope: 'Bantuan hukum',
    'parties.0.side': 'kpu',
    'parties.0.office': '35.10',
    'parties.1.side': 'partner',
    'parties.1.partner': kejari.name,
    rev: '0',
  }
  expect((await page.post(`/perjanjian/${id}/ubah`, form)).status).toBe(303)
  const second = await page.post(`/perjanjian/${id}/ubah`, { ...form, title: 'Judul dari orang kedua' })
  const text = await second.text()
  expect([
    second.status,
    text.includes('value="Judul dari orang kedua"'),
    text.includes('<dd>Judul dari orang pertama</dd>'),
    text.includes('name="rev" value="1"'),
  ]).toEqual([409, true, true, true])
  expect((await page.post(`/perjanjian/${id}/ubah`, { ...form, title: 'Judul dari orang kedua', rev: '1' })).status).toBe(303)
})

test('buttons stand only where something may be done', async () => {
  const { id } = await record()
  const steps = async (actor: Actor) =>
    [
      ...(await (await (await browser(actor)).get(`/perjanjian/${id}`)).text()).matchAll(
        /\/perjanjian\/[\w-]+\/(ubah|perpanjangan|masa-berlaku|penyelesaian|pengakhiran)"/g,
      ),
    ].map(([, name]) => name)
  expect(await steps(sari)).toEqual(['ubah', 'perpanjangan', 'masa-berlaku'])
  expect(await steps(ketua)).toEqual(['ubah', 'perpanjangan', 'masa-berlaku', 'penyelesaian', 'pengakhiran'])
  expect(await steps(await person('Inspektur', 'inspector', '35'))).toEqual([])
  const contact = await person('Mitra', 'partner_contact', '00', true, { partnerId: kejari.id })
  expect(await steps(contact)).toEqual([])
  expect((await (await browser(bali)).get(`/perjanjian/${id}`)).status).toBe(404)
})

test('a column that is empty for all rows is left out, and the line of parts says that there is no document', async () => {
  const page = await browser(sari)
  const read = async ({ id }: AgreementDetail) => (await page.get(`/perjanjian/${id}`)).text()
  const bare = await read(await record({ title: 'Tanpa dasar kewenangan', obligations: [{ side: 'kpu', text: 'Menyampaikan data' }] }))
  expect(['Dasar kewenangan', '>Pasal<', '>Indikator<', '>Isi kewajiban<'].map(head => bare.includes(head))).toEqual([
    false,
    false,
    false,
    true,
  ])
  expect(bare).toContain('<a href="#dokumen">Dokumen<span class="tally"> 0</span></a>')
  const [kpu, partner] = draft.parties
  const full = await read(await record({ title: 'Dengan dasar kewenangan', parties: [{ ...kpu, authority: 'Keputusan 1' }, partner] }))
  expect([full.includes('Dasar kewenangan'), full.includes('Keputusan 1')]).toEqual([true, true])
})

test('to renew is the main step only when the end is near', async () => {
  const look = async (endsOn: string) => {
    const { id } = await as(sari)<{ id: string }>(createAgreement, { ...draft, endsOn, title: `Berakhir ${endsOn}` })
    const page = await (await (await browser(sari)).get(`/perjanjian/${id}`)).text()
    return /\/perpanjangan" class="button (\w+)"/.exec(page)?.[1]
  }
  const today = kernel.clock.today()
  const looks = await Promise.all([-1, 0, expiryNotice, expiryNotice + 1, 259].map(days => look(addDays(today, days))))
  expect(looks).toEqual(['primary', 'primary', 'primary', 'quiet', 'quiet'])
})

test('the home page names what expires soon to whoever may renew it, and counts what is in force', async () => {
  const gorontalo = await person('Gorontalo', 'office_operator', '75')
  const partner = kejari.name
  const at = (title: string, endsOn: string) =>
    as(gorontalo)(createAgreement, {
      ...draft,
      title,
      endsOn,
      parties: [
        { side: 'kpu', office: '75' },
        { side: 'partner', partner },
      ],
    })
  await at('Berakhir dua bulan lagi', '2026-01-20')
  await at('Berakhir bulan depan', '2025-12-20')
  await at('Masih lama berlaku', '2027-01-20')
  await at('Sudah lewat masanya', '2025-01-20')
  const ask = await program(gorontalo)
  const { groups, figures } = await (await ask('GET', '/home')).json()
  expect(groups.find(({ key }: { key: string }) => key === 'agreements-expiring')).toMatchObject({
    total: 2,
    needs: [{ title: 'Berakhir bulan depan', who: kejari.name, due: '2025-12-20' }, { title: 'Berakhir dua bulan lagi' }],
  })
  expect(figures.find(({ key }: { key: string }) => key === 'agreements-in-force')).toMatchObject({ value: 3, of: 4 })
})

test('the history tells each event once: what it changed stands with it, and other changes below', async () => {
  const { id, rev } = await record({ evenSo: true })
  await as(sari)(changeAgreement, { id, rev, ...draft, title: 'Pendampingan hukum yang lain', evenSo: true })
  const page = await (await browser(await person('Administrator', 'national_admin'))).get(`/perjanjian/${id}`)
  const text = await page.text()
  const history = text.slice(text.indexOf('id="riwayat"'))
  const titles = ['Dicatat', 'Ditandatangani', 'Mencatat perjanjian', 'Mengubah perjanjian']
  expect(titles.map(title => history.split(`<b>${title}</b>`).length - 1)).toEqual([1, 1, 0, 1])
  expect(history).toContain('Pendampingan hukum yang lain')
})

test('a page says of an empty part in one line that there is nothing yet, and a partner’s begins with whom to reach', async () => {
  const { id } = await record({ evenSo: true, title: 'Pendampingan tanpa turunan' })
  const read = async (path: string) => (await (await (await browser(sari)).get(path)).text()).replace(/^.*<main/s, '')
  const page = await read(`/perjanjian/${id}`)
  for (const line of ['Belum ada perjanjian terkait.', 'Belum ada tindak lanjut.']) expect(page).toContain(line)
  const theirs = await read(`/mitra/${kejari.id}`)
  expect(theirs).toMatch(/\d+ dari \d+ perjanjian berlaku</)
  const order = ['id="narahubung"', 'id="perjanjian"'].map(text => theirs.indexOf(text))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)
})

test('a party without a number or a signatory has a dash for each, as everywhere', async () => {
  const { id } = await record({ title: 'Tanpa nomor dan penanda tangan' })
  const page = await (await (await browser(sari)).get(`/perjanjian/${id}`)).text()
  const parties = page.slice(page.indexOf('id="pihak"'), page.indexOf('</table>', page.indexOf('id="pihak"')))
  expect([...parties.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text)).toEqual(['–', '–', '–', '–'])
})
