import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreement, partner } from '../../../test/evaluation-world.ts'
import { summaryIn } from '../../../test/posted-forms.ts'
import { app, browser, db, kernel, office, person, program } from '../../../test/world.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { newId } from '../../platform/operation/operation.ts'
import { foldName } from '../partners/rules/partner-names.ts'

afterAll(() => kernel.close())

let sari: Actor, budi: Actor, dewi: Actor, rina: Actor
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_operator', '35.10', false)
  dewi = await person('Dewi', 'office_leader', '35.10', false)
  rina = await person('Rina', 'office_operator', '35.11', false)
})

const draft = () => ({ action: 'Menyusun jadwal koordinasi', officeId: office('35.10').id, ownerId: budi.personId!, dueOn: '2025-12-10' })
const pdf = () => new File(['%PDF-1.7\nbukti'], 'notula.pdf', { type: 'application/pdf' })

/** The `rev` that whoever comes to this address finds there. */
async function newest(path: string): Promise<{ rev?: string }> {
  const [id] = path.match(/[0-9a-f-]{36}/) ?? []
  if (!id) return {}
  return { rev: String((await db.selectFrom('follow_up').select('rev').where('id', '=', id).executeTakeFirstOrThrow()).rev) }
}

/** A program that has just read what it changes. */
async function reading(who: Actor): Promise<Awaited<ReturnType<typeof program>>> {
  const ask = await program(who)
  return async (method, path, body) => ask(method, path, method === 'GET' ? body : { ...body, ...(await newest(path)) })
}

/** Sends a form and follows to the page after it. */
async function send(
  who: Actor,
  path: string,
  fields: Record<string, string | string[] | Blob>,
): Promise<{ status: number; to: string; said: string }> {
  const answer = await (await browser(who)).post(path, { ...(await newest(path)), ...fields })
  const notice = answer.headers.getSetCookie().find(cookie => cookie.startsWith('notice='))
  return {
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    said: notice ? JSON.parse(decodeURIComponent(notice.slice(7).split(';')[0]!)).text : '',
  }
}
const read = async (who: Actor, path: string): Promise<{ status: number; text: string }> => {
  const answer = await (await browser(who)).get(path)
  return { status: answer.status, text: await answer.text() }
}

test('through the pages: Sari assigns, Budi reports, Dewi returns, Budi reports again, Dewi accepts, Sari reopens', async () => {
  const created = await send(sari, '/tindak-lanjut', { ...draft(), important: 'ya' })
  expect(created.status).toBe(303)
  expect(created.said).toContain('Penanggung jawab menerima surel')
  const path = created.to
  expect((await read(sari, path)).text).toContain('Menunggu Budi mengerjakan')

  const form = await read(budi, `${path}/laporan`)
  expect(form.text).toContain('enctype="multipart/form-data"')
  const bare = await (await browser(budi)).post(`${path}/laporan`, { note: 'Jadwal sudah disusun', ...(await newest(path)) })
  expect(bare.status).toBe(422)
  const again = await bare.text()
  expect(again).toContain('sertakan sedikitnya satu bukti')
  expect(again).toContain('Jadwal sudah disusun')
  expect((await send(budi, `${path}/laporan`, { note: 'Jadwal sudah disusun', evidence: pdf() })).said).toContain(
    'Orang lain yang berwenang',
  )

  expect((await read(budi, path)).text).toContain('orang lain yang memeriksa')
  expect((await read(budi, `${path}/pemeriksaan`)).status).toBe(303)
  const judging = (await read(dewi, `${path}/pemeriksaan`)).text
  expect(judging).toContain('Apakah hasilnya memadai?')
  expect(judging).toContain('Jadwal sudah disusun')
  expect(judging).toContain('notula.pdf')
  expect((await (await browser(dewi)).post(`${path}/pemeriksaan`, { adequate: 'tidak' })).status).toBe(422)
  expect((await send(dewi, `${path}/pemeriksaan`, { adequate: 'tidak', note: 'Belum ditandatangani mitra' })).said).toContain(
    'Dikembalikan',
  )
  expect((await read(budi, path)).text).toContain('Belum ditandatangani mitra')
  await send(budi, `${path}/laporan`, { note: 'Sudah ditandatangani', evidence: pdf() })
  expect((await send(dewi, `${path}/pemeriksaan`, { adequate: 'ya' })).said).toContain('selesai')
  const done = await read(sari, path)
  expect(done.text).toContain('Tidak ada yang perlu dilakukan lagi')
  expect(done.text.match(/notula\.pdf/g)).toHaveLength(2)
  const file = done.text.match(/href="([^"]+\/berkas\/[^"]+)"/)![1]!
  expect(await (await (await browser(sari)).get(file)).text()).toContain('bukti')
  expect((await read(rina, file)).status).toBe(404)
  expect((await send(sari, `${path}/pembukaan`, { dueOn: '2026-01-31', reason: 'Masalahnya muncul lagi' })).status).toBe(303)
  expect((await read(budi, path)).text).toContain('Anda penanggung jawabnya')
})

test('who may verify says how many may besides the nearest, as those have it on their home page too', async () => {
  const { to: path } = await send(sari, '/tindak-lanjut', draft())
  await send(budi, `${path}/laporan`, { note: 'Jadwal sudah disusun', evidence: pdf() })
  expect((await read(budi, path)).text).toContain('Dapat diperiksa oleh Dewi.')
  const above = [await person('Euis', 'office_leader', '35'), await person('Endang', 'inspector', '35')]
  expect((await read(budi, path)).text).toContain('Dapat diperiksa oleh Dewi atau 2 orang lain yang berwenang.')
  for (const who of above) expect((await read(who, '/')).text).toContain(`href="${path}"`)
})

test('over REST: the same walk, with what each may do next in the answer', async () => {
  const [as, ab, ad, ar] = [await reading(sari), await reading(budi), await reading(dewi), await reading(rina)]
  const made = await as('POST', '/follow-ups', draft())
  expect(made.status).toBe(201)
  const { id, number, state } = await made.json()
  expect([number, state]).toEqual([expect.stringMatching(/^TL-2025-\d{4}$/), 'open'])
  const acts = async (who: typeof as) => (await (await who('GET', `/follow-ups/${id}`)).json()).acts
  expect([await acts(as), await acts(ab), await acts(ad)]).toEqual([
    ['report', 'reassign', 'reschedule', 'cancel'],
    ['report', 'reassign', 'reschedule'],
    ['report', 'reassign', 'reschedule', 'cancel'],
  ])
  expect((await ad('PUT', `/follow-ups/${id}/verdict`, { adequate: true })).status).toBe(409)
  expect((await ab('PUT', `/follow-ups/${id}/cancellation`, { reason: 'Tidak sempat lagi' })).status).toBe(403)
  expect((await as('PUT', `/follow-ups/${id}/due-date`, { dueOn: '2025-11-19', reason: 'Terlalu lama' })).status).toBe(422)
  expect((await as('PUT', `/follow-ups/${id}/due-date`, { dueOn: '2025-12-31', reason: 'Menunggu anggaran' })).status).toBe(200)
  expect((await as('PUT', `/follow-ups/${id}/owner`, { ownerId: rina.personId, reason: 'Berganti tugas' })).status).toBe(422)
  expect((await as('PUT', `/follow-ups/${id}/owner`, { ownerId: dewi.personId, reason: 'Berganti tugas' })).status).toBe(200)
  expect((await ad('POST', `/follow-ups/${id}/reports`, { note: 'Sudah dikerjakan' })).status).toBe(201)
  expect((await ad('POST', `/follow-ups/${id}/reports`, { note: 'Sudah dikerjakan' })).status).toBe(409)
  expect(await (await ad('PUT', `/follow-ups/${id}/verdict`, { adequate: true })).json()).toMatchObject({
    code: 'forbidden',
    title: expect.stringContaining('orang lain'),
  })
  expect((await ab('PUT', `/follow-ups/${id}/verdict`, { adequate: true })).status).toBe(403)
  expect((await ar('GET', `/follow-ups/${id}`)).status).toBe(404)
  const province = await reading(await person('Made', 'cooperation_officer', '35'))
  expect((await province('PUT', `/follow-ups/${id}/verdict`, { adequate: true, note: 'Baik' })).status).toBe(200)
  const { events } = await (await as('GET', `/follow-ups/${id}`)).json()
  expect(
    events.map((event: { kind: string; by: string; owner: string | null; dueOn: string | null }) => [
      event.kind,
      event.by,
      event.owner,
      event.dueOn,
    ]),
  ).toEqual([
    ['assigned', 'Sari', 'Budi', '2025-12-10'],
    ['rescheduled', 'Sari', null, '2025-12-31'],
    ['reassigned', 'Sari', 'Dewi', null],
    ['reported', 'Dewi', null, null],
    ['verified', 'Made', null, null],
  ])
})

test('whoever reported once may not judge later, though the follow-up is somebody else’s by then', async () => {
  const second = await person('Wayan', 'office_leader', '35.10', false)
  const [as, ad, aw] = [await reading(sari), await reading(dewi), await reading(second)]
  const { id } = await (await as('POST', '/follow-ups', { ...draft(), ownerId: dewi.personId })).json()
  await ad('POST', `/follow-ups/${id}/reports`, { note: 'Sudah dikerjakan' })
  await aw('PUT', `/follow-ups/${id}/verdict`, { adequate: false, note: 'Belum lengkap' })
  await aw('PUT', `/follow-ups/${id}/owner`, { ownerId: budi.personId, reason: 'Berganti tugas' })
  await (await reading(budi))('POST', `/follow-ups/${id}/reports`, { note: 'Sudah lengkap' })
  expect((await ad('PUT', `/follow-ups/${id}/verdict`, { adequate: true })).status).toBe(403)
  expect((await aw('PUT', `/follow-ups/${id}/verdict`, { adequate: true })).status).toBe(200)
})

test('an owner sees and reports their own outside their reach; a partner sees its own and changes nothing', async () => {
  const partnerId = newId()
  await db
    .insertInto('partner')
    .values({
      id: partnerId,
      name: 'Universitas Contoh Rahasia',
      folded: foldName('Universitas Contoh Rahasia'),
      class: 'university',
      office_id: office('35.10').id,
      created_at: new Date(),
    })
    .execute()
  const { id } = await (await (await reading(sari))('POST', '/follow-ups', { ...draft(), partner: 'Universitas Contoh Rahasia' })).json()
  await db
    .updateTable('role_grant')
    .set({ office_id: office('51').id })
    .where('person_id', '=', budi.personId)
    .execute()
  const moved = await reading(budi)
  const contact = await reading(await person('Contact', 'partner_contact', '00', true, { partnerId }))
  expect((await moved('GET', `/follow-ups/${id}`)).status).toBe(200)
  expect((await contact('GET', `/follow-ups/${id}`)).status).toBe(200)
  expect((await (await contact('GET', '/follow-ups')).json()).followUps.map((each: { id: string }) => each.id)).toEqual([id])
  expect((await contact('POST', `/follow-ups/${id}/reports`, { note: 'Sudah dikerjakan' })).status).toBe(403)
  expect((await moved('POST', `/follow-ups/${id}/reports`, { note: 'Sudah dikerjakan' })).status).toBe(201)
  await db.updateTable('role_grant').set({ revoked_at: new Date() }).where('person_id', '=', budi.personId).execute()
  expect((await moved('GET', `/follow-ups/${id}`)).status).toBe(403)
  await db
    .updateTable('role_grant')
    .set({ revoked_at: null, office_id: office('35.10').id })
    .where('person_id', '=', budi.personId)
    .execute()
})

test('what people write is shown as text, in both languages and on every page', async () => {
  const hostile = '<script>alert(1)</script> "\'&amp; \u202e {{x}}'
  const { to } = await send(sari, '/tindak-lanjut', { ...draft(), action: hostile, detail: `${hostile}\nbaris kedua` })
  await send(budi, `${to}/laporan`, { note: hostile, evidence: new File(['a,b\n'], '"><img src=x>.csv', { type: 'text/csv' }) })
  for (const path of [
    to,
    `${to}/pemeriksaan`,
    '/tindak-lanjut',
    '/tindak-lanjut/perkembangan',
    `/tindak-lanjut?q=${encodeURIComponent(hostile)}`,
  ]) {
    for (const language of ['id', 'en']) {
      const { cookie } = await browser(dewi)
      const page = await app.request(`http://sinergi.test${path}`, {
        headers: { cookie: `${cookie}; bahasa=${language}` },
      })
      const text = await page.text()
      expect([path, page.status]).toEqual([path, 200])
      expect(text).toContain(`lang="${language}"`)
      expect(text).not.toMatch(/<script>|<img src=x/)
    }
  }
})

test('a form that is wrong keeps what was typed and says why beside the field', async () => {
  const answer = await (await browser(sari)).post('/tindak-lanjut', { ...draft(), dueOn: '2025-11-01', detail: 'Rincian yang panjang' })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('Tenggat tidak boleh sebelum hari ini.')
  expect(text).toContain('Rincian yang panjang')
})

test('a follow-up may be about an agreement: prefilled from its page, by number too, never about one out of reach', async () => {
  const about = await agreement('Pendidikan pemilih', ['35.10'], [await partner('Universitas Tindak Lanjut', 'university')])
  const far = await agreement('Di tempat lain', ['51'], [await partner('Universitas Jauh', 'university', '51')])
  const page = await read(sari, `/perjanjian/${about}`)
  expect(page.text).toContain(`href="/tindak-lanjut/baru?perjanjian=${about}"`)
  const form = await read(sari, `/tindak-lanjut/baru?perjanjian=${about}`)
  expect(form.text).toMatch(new RegExp(`name="agreement~" value="\\[&quot;${about}&quot;,`))
  expect(form.text).toContain('Pendidikan pemilih')
  const other = await read(sari, `/tindak-lanjut/baru?perjanjian=${far}`)
  expect([other.status, other.text.includes('Di tempat lain'), other.text.includes(`value="${far}"`)]).toEqual([200, false, false])

  const { to } = await send(sari, '/tindak-lanjut', { ...draft(), agreement: about })
  expect((await read(sari, to)).text).toContain(`href="/perjanjian/${about}"`)
  expect((await read(sari, `/perjanjian/${about}`)).text).toContain('Menyusun jadwal koordinasi')
  const ask = await reading(sari)
  const made = await ask('POST', '/follow-ups', { ...draft(), agreement: about })
  expect((await made.json()).origin).toMatchObject({ kind: 'agreement', id: about })
  expect((await ask('POST', '/follow-ups', { ...draft(), agreement: far })).status).toBe(422)
  expect((await ask('POST', '/follow-ups', { ...draft(), agreement: 'NK-TIDAK-ADA' })).status).toBe(422)
})

test('a form that lacks something says what to do, and who can invite a colleague stands beside the owner', async () => {
  const answer = await (await browser(sari)).post('/tindak-lanjut', { ...draft(), action: '', ownerId: '' })
  const html = await answer.text()
  expect([...html.matchAll(/<a href="#[^"]+">([^<]+)<\/a>/g)].map(([, text]) => text)).toEqual(
    expect.arrayContaining(['Tindak lanjut: Tuliskan tindak lanjutnya.', 'Penanggung jawab: Pilih penanggung jawab.']),
  )
  expect(html).not.toContain('Wajib diisi')
  expect(/<p class="hint" id="ownerId-hint">.*?<\/p>/s.exec(html)![0]).toContain('Yang dapat mendaftarkan')
  expect(html.match(/Yang dapat mendaftarkan/g)).toHaveLength(1)
})

test('a text too short, a day gone by and names that are nowhere are said together', async () => {
  const typed = { ...draft(), action: 'Uji', dueOn: '2020-01-01', partner: 'Universitas Xyzabc', agreement: 'nihil/99' }
  const html = await (await (await browser(sari)).post('/tindak-lanjut', typed)).text()
  expect(summaryIn(html)!.map(({ to }) => to)).toEqual(['action', 'dueOn', 'agreement', 'partner'])
  expect(html).toMatch(/name="partner"[^>]*value="Universitas Xyzabc"/)
})
