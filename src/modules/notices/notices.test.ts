import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { runNotices } from '../../../test/notices/acting.ts'
import { expectedLetters } from '../../../test/notices/plan.ts'
import { as, browser, countQueries, db, kernel, now, office, person, program, statementsOf } from '../../../test/world.ts'
import { type Actor, system } from '../../platform/authority/actor.ts'
import { inEach } from '../../platform/i18n/words.ts'
import { noticeKind } from '../../platform/notices/kind.ts'
import { notify } from '../../platform/notices/notify.ts'
import { call, internalOperation, newId } from '../../platform/operation/operation.ts'
import { clockAt } from '../../platform/values/clock.ts'
import { groupNotices, listNotices, readAllNotices, readNotice } from './operations/inbox.ts'
import { changePreferences } from './operations/preferences.ts'

let sari: Actor, budi: Actor
const start = now.at
const kinds = (['now', 'digest', 'off'] as const).map(mail =>
  noticeKind({
    kind: `test.${mail}`,
    names: inEach(tag => (tag === 'en' ? `Test ${mail}` : `Uji ${mail}`)),
    mail,
    params: z.object({ say: z.string() }),
    say: (_, { say }) => say,
  }),
)
for (const each of kinds) (kernel.noticeKinds as Map<string, unknown>).set(each.kind, each)
beforeAll(async () => {
  sari = await person('Sari', 'office_operator', '35.10', false)
  budi = await person('Budi', 'office_operator', '35.10', false)
})
afterAll(() => {
  for (const { kind } of kinds) (kernel.noticeKinds as Map<string, unknown>).delete(kind)
  return kernel.close()
})
beforeEach(async () => {
  now.at = start
  for (const table of ['notice', 'notice_hours', 'notice_preference', 'notice_digest', 'mail_message', 'timer'] as const)
    await db.deleteFrom(table).execute()
})

type Given = { to?: Actor; kind?: string; key: string; say?: string; about?: Actor; replaces?: boolean }
const tell = (...given: Given[]) =>
  call(
    kernel,
    system(),
    internalOperation({
      name: 'test.work',
      input: z.object({}),
      output: z.int(),
      run: async context =>
        (
          await notify(
            context,
            given.map(({ to = sari, kind = 'test.now', key, say = key, about = to, replaces = false }) => ({
              to: to.personId!,
              kind,
              key,
              subject: { kind: 'person', id: about.personId! },
              params: { say },
              replaces,
            })),
          )
        ).length,
    }),
    {},
    'job',
  )
const letters = async () =>
  (await db.selectFrom('mail_message').select(['recipient', 'subject', 'body', 'next_try_at']).orderBy('id').execute()).map(row => ({
    ...row,
    to: row.recipient.split('.')[0]!,
  }))
const at = async (instant: string) => {
  now.at = new Date(instant)
  await kernel.timers.drain(kernel)
}

test('nobody is told the same thing twice, whoever asks and however many ask at once; another kind, key or person is something else', async () => {
  expect(await tell({ key: 'a' }, { key: 'a' }, { key: 'b' }, { key: 'a', to: budi }, { key: 'a', kind: 'test.off' })).toBe(4)
  const more = await Promise.all([1, 2, 3].map(() => tell({ key: 'a' }, { key: 'c' })))
  expect(more.reduce((sum, count) => sum + count)).toBe(1)
  expect((await letters()).map(({ to, subject }) => [to, subject]).sort()).toEqual([
    ['budi', 'a'],
    ['sari', '2 pemberitahuan baru'],
    ['sari', 'c'],
  ])
})

test('two who tell the same people at once, each in another order, take turns', async () => {
  const [one, other] = [sari, budi].map(to => ({ to, kind: 'test.digest' }))
  await tell({ ...one, key: 'a' }, { ...other, key: 'a' })
  // On PostgreSQL both wait for their first summary, and go on at the same moment.
  const hold = kernel.store.engine === 'postgres' ? await db.startTransaction().execute() : null
  await hold?.selectFrom('timer').select('id').forUpdate().execute()
  const told = Promise.all([tell({ ...one, key: 'b' }, { ...other, key: 'b' }), tell({ ...other, key: 'c' }, { ...one, key: 'c' })])
  while (hold && (await waiting()) < 2) await new Promise(later => setTimeout(later, 20))
  await hold?.rollback().execute()
  expect(await told).toEqual([2, 2])
})

const waiting = async (): Promise<number> =>
  (await kernel.store.pool.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rows
    .length

test('who has left is told nothing, and a change that fails tells nobody', async () => {
  await db.updateTable('person').set({ left_at: now.at }).where('id', '=', budi.personId!).execute()
  expect(await tell({ key: 'a', to: budi })).toBe(0)
  await db.updateTable('person').set({ left_at: null }).where('id', '=', budi.personId!).execute()
  await expect(tell({ key: 'b' }, { key: 'c', kind: 'test.nobody-knows' })).rejects.toThrow()
  expect([await letters(), await db.selectFrom('notice').select('id').execute()]).toEqual([[], []])
})

test('the summary comes at the hour of the person in their zone, once a day at most, with what is not read', async () => {
  await db.updateTable('person').set({ zone: 'Asia/Jayapura' }).where('id', '=', sari.personId!).execute()
  await as(sari)(changePreferences, { digestHour: 6 })
  await tell({ key: 'satu', kind: 'test.digest' }, { key: 'dua', kind: 'test.digest' }, { key: 'tiga', kind: 'test.digest', to: budi })
  const [first] = (await as(sari)<{ notices: { id: string; text: string }[] }>(listNotices)).notices.filter(({ text }) => text === 'dua')
  await as(sari)(readNotice, { id: first!.id })
  await at('2025-11-20T20:59:59Z') // 05.59 in Jayapura
  expect(await letters()).toEqual([])
  await at('2025-11-20T21:00:00Z')
  expect((await letters()).map(({ to, subject }) => [to, subject])).toEqual([['sari', 'Ringkasan hari ini: 1 pemberitahuan']])
  expect((await letters())[0]!.body).toMatch(/Uji digest\n- satu\n\n/)

  await at('2025-11-20T20:00:00Z') // the clock goes back
  await tell({ key: 'empat', kind: 'test.digest' })
  await at('2025-11-21T20:59:00Z')
  expect((await letters()).map(({ to }) => to).filter(to => to === 'sari')).toHaveLength(1)
  await at('2025-11-21T21:00:00Z')
  expect((await letters()).filter(({ to }) => to === 'sari').map(({ body }) => body.match(/- \S+/)![0])).toEqual(['- satu', '- empat'])
  expect((await letters()).filter(({ to }) => to === 'budi')).toHaveLength(1)
  await db.updateTable('person').set({ zone: null }).where('id', '=', sari.personId!).execute()
})

test('who has lost every role since gets no summary, and gets it with the next once they hold one again', async () => {
  await tell({ key: 'a', kind: 'test.digest', to: budi })
  const day = (to_on: string | null) => db.updateTable('role_grant').set({ to_on }).where('person_id', '=', budi.personId!).execute()
  await day('2025-11-20')
  await at('2025-11-21T02:00:00Z')
  expect(await letters()).toEqual([])
  await day(null)
  await tell({ key: 'b', kind: 'test.digest', to: budi })
  await at('2025-11-22T02:00:00Z')
  expect((await letters()).map(({ body }) => body.match(/- \S+/g))).toEqual([['- a', '- b']])
})

test('a summary tells nothing of what has left the reach of the person since they were told', async () => {
  const other = await person('Rahmi', 'office_operator', '35.10', false)
  await tell({ key: 'a', kind: 'test.digest', about: other }, { key: 'b', kind: 'test.digest' })
  await db
    .updateTable('role_grant')
    .set({ office_id: office('12.71').id })
    .where('person_id', '=', other.personId!)
    .execute()
  await at('2025-11-21T00:00:00Z')
  expect((await letters()).map(({ subject, body }) => [subject, body.match(/- \S+/g)])).toEqual([
    ['Ringkasan hari ini: 1 pemberitahuan', ['- b']],
  ])
  const { notices } = await as(sari)<{ notices: { text: string; path: string | null }[] }>(listNotices)
  expect(notices.map(({ text }) => text).toSorted()).toEqual(['Uji digest', 'b']) // of the other its kind alone
  await tell({ key: 'c', kind: 'test.digest', about: other })
  await at('2025-11-22T00:00:00Z')
  expect(await letters()).toHaveLength(1)
})

test('what is told by a process whose clock is a moment behind the summary that was just made comes with the next one', async () => {
  await tell({ key: 'a', kind: 'test.digest' })
  await at('2025-11-21T00:00:00Z')
  expect(await letters()).toHaveLength(1)
  await db.deleteFrom('notice_digest').execute() // what the other did not yet see
  now.at = new Date('2025-11-20T23:59:59.999Z')
  await tell({ key: 'b', kind: 'test.digest' })
  await db.insertInto('notice_digest').values({ person_id: sari.personId!, day: '2025-11-21' }).execute()
  await at('2025-11-21T00:00:01Z')
  expect(await letters()).toHaveLength(1)
  await at('2025-11-22T00:00:01Z')
  expect((await letters()).map(({ body }) => body.match(/- \S+/g))).toEqual([['- a'], ['- b']])
})

test('a summary in which all is read meanwhile is not sent', async () => {
  await tell({ key: 'a', kind: 'test.digest' })
  await as(sari)(readAllNotices)
  await at('2025-11-21T00:00:00Z')
  expect(await letters()).toEqual([])
})

test('each kind comes as the person chose: at once, in the summary, or in the inbox alone; what must be told cannot be turned off', async () => {
  await as(sari)(changePreferences, { mail: ['test.now:digest', 'test.digest:off', 'test.off:now'] })
  await tell({ key: 'a' }, { key: 'b', kind: 'test.digest' }, { key: 'c', kind: 'test.off' })
  expect((await letters()).map(({ subject }) => subject)).toEqual(['c'])
  await at('2025-11-21T00:00:00Z')
  expect((await letters()).map(({ subject }) => subject)).toEqual(
    ['c', 'Ringkasan hari ini: 3 pemberitahuan'].map((subject, index) => (index ? subject.replace('3', '1') : subject)),
  )
  expect((await as(sari)<{ notices: unknown[] }>(listNotices)).notices).toHaveLength(3)
  for (const mail of ['followup.work:off', 'nobody.knows:now', 'followup.work', 'followup.work:never'])
    await expect(as(sari)(changePreferences, { mail: [mail] })).rejects.toMatchObject({ code: 'invalid' })
  await expect(as(sari)(changePreferences, { quietFrom: 21 })).rejects.toMatchObject({ code: 'invalid' })
})

test('a letter that is written in quiet hours leaves when they are over, also over midnight', async () => {
  await as(sari)(changePreferences, { quietFrom: 21, quietTo: 6 })
  for (const [instant, leaves] of [
    ['2025-11-20T13:59:00Z', null],
    ['2025-11-20T14:00:00Z', '2025-11-20T23:00:00.000Z'],
    ['2025-11-20T22:59:00Z', '2025-11-20T23:00:00.000Z'],
    ['2025-11-20T23:00:00Z', null],
  ] as const) {
    now.at = new Date(instant)
    await db.deleteFrom('mail_message').execute()
    await tell({ key: instant })
    expect([instant, (await letters())[0]!.next_try_at?.toISOString() ?? null]).toEqual([instant, leaves])
  }
})

test('a summary that comes in quiet hours, by its hour or since it is late, leaves when they are over', async () => {
  await as(sari)(changePreferences, { digestHour: 7, quietFrom: 21, quietTo: 8 })
  for (const [told, made, leaves] of [
    ['2025-11-20T03:00:00Z', '2025-11-21T00:00:00Z', '2025-11-21T01:00:00.000Z'],
    ['2025-11-21T03:00:00Z', '2025-11-22T15:00:00Z', '2025-11-23T01:00:00.000Z'],
    ['2025-11-23T03:00:00Z', '2025-11-24T03:00:00Z', null],
  ] as const) {
    now.at = new Date(told)
    await db.deleteFrom('mail_message').execute()
    await tell({ key: told, kind: 'test.digest' })
    await at(made)
    expect((await letters()).map(({ next_try_at }) => next_try_at?.toISOString() ?? null)).toEqual([leaves])
  }
})

test('the inbox: none, one and many, the count on every page, opening marks as read, and nobody reads another’s', async () => {
  const page = await browser(sari)
  expect(await (await page.get('/kotak-masuk')).text()).toContain('Tidak ada yang baru')
  await tell({ key: 'Tenggat mendekat' })
  const one = await (await page.get('/kotak-masuk')).text()
  expect(one).toContain('aria-label="Kotak masuk, 1 baru"')
  expect(one).toContain('Tenggat mendekat')
  const [notice] = (await as(sari)<{ notices: { id: string }[] }>(listNotices)).notices
  const other = await browser(budi)
  expect((await other.post(`/kotak-masuk/${notice!.id}/dibaca`, {})).status).toBe(404)
  expect(await (await other.get('/kotak-masuk?tampil=semua')).text()).not.toContain('Tenggat mendekat')
  const opened = await page.post(`/kotak-masuk/${notice!.id}/dibaca`, {})
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/orang/${sari.personId}`])
  expect(await (await page.get('/')).text()).toContain('aria-label="Kotak masuk"')
  expect(await (await page.get('/kotak-masuk?tampil=semua')).text()).toContain('Tenggat mendekat')

  await tell(...Array.from({ length: 120 }, (_, index) => ({ key: `nomor ${index}`, kind: 'test.off' })))
  const seen: string[] = []
  for (let after: string | undefined = undefined, more = true; more; ) {
    const found: { notices: { text: string }[]; unread: number; next: string | null } = await as(sari)(listNotices, {
      unread: true,
      ...(after && { after }),
    })
    seen.push(...found.notices.map(({ text }) => text))
    more = found.next !== null
    after = found.next ?? undefined
    expect(found.unread).toBe(120)
  }
  expect([seen.length, new Set(seen).size]).toEqual([120, 120])
  expect(await (await page.get('/kotak-masuk')).text()).toContain('aria-label="Kotak masuk, 1 baru"')
  await page.post('/kotak-masuk/dibaca', {})
  expect(await (await page.get('/kotak-masuk')).text()).toContain('Tidak ada yang baru')
})

test('three of a kind stand each by itself, more are one line that leads to all of them, and the header counts lines', async () => {
  const page = await browser(sari)
  const inbox = async () => {
    const text = await (await page.get('/kotak-masuk')).text()
    const lines = [...text.matchAll(/<li><p>(?:<a href="([^"]*)"[^>]*>|<b>)(.*?)<\//g)].map(([, href, head]) => [head, href])
    return { count: text.match(/Kotak masuk, (\d+) baru/)?.[1], lines }
  }
  await tell(...['a', 'b', 'c'].map(key => ({ key })), { key: 'x', kind: 'test.off' })
  expect((await inbox()).count).toBe('4')
  now.at = new Date(start.getTime() + 60_000)
  await tell({ key: 'd' })
  expect(await inbox()).toEqual({
    count: '2',
    lines: [
      ['Uji now: 4 baru', '/kotak-masuk?jenis=test.now'],
      ['x', undefined],
    ],
  })
  const all = await (await page.get('/kotak-masuk?jenis=test.now')).text()
  expect([...all.matchAll(/class="is-main">([a-z])/g)].map(([, key]) => key).sort()).toEqual(['a', 'b', 'c', 'd'])
  const sent = await page.post('/kotak-masuk/dibaca', { kind: 'test.now' })
  expect(sent.status).toBe(303)
  expect(await inbox()).toEqual({ count: '1', lines: [['x', undefined]] })
})

test('what is told between the reading of the inbox and “mark as read” stays unread, and comes with the summary', async () => {
  const page = await browser(sari)
  const forms = async (path: string) =>
    [...(await (await page.get(path)).text()).matchAll(/<form[^>]*action="\/kotak-masuk\/dibaca".*?<\/form>/gs)].map(([form]) =>
      Object.fromEntries([...form.matchAll(/name="(kind|until)" value="([^"]*)"/g)].map(([, name, value]) => [name, value!])),
    )
  for (const [path, which] of [
    ['/kotak-masuk', 0],
    ['/kotak-masuk', 1],
    ['/kotak-masuk?jenis=test.digest', 0],
    ['/kotak-masuk?tampil=semua', 0],
  ] as const) {
    now.at = start
    for (const table of ['notice', 'notice_digest', 'mail_message', 'timer'] as const) await db.deleteFrom(table).execute()
    await tell(...['a', 'b', 'c', 'd'].map(key => ({ key, kind: 'test.digest' })))
    await sql`update notice set created_at = created_at + interval '456 microseconds'`.execute(db)
    const form = (await forms(path))[which]!
    now.at = new Date(start.getTime() + 1)
    await tell({ key: 'late', kind: 'test.digest' })
    const sent = await page.post('/kotak-masuk/dibaca', form)
    const { notices } = await as(sari)<{ notices: { text: string }[] }>(listNotices, { unread: true })
    await at('2025-11-21T00:00:00Z')
    const told = (await letters()).map(({ body }) => body.match(/- \S+/g))
    expect([path, which, sent.status, notices.map(({ text }) => text), told]).toEqual([path, which, 303, ['late'], [['- late']]])
  }
  expect((await page.post('/kotak-masuk/dibaca', { until: '0000-01-01T00:00:00Z' })).status).toBe(303)
  expect((await as(sari)<{ unread: number }>(listNotices)).unread).toBe(1)
})

test('the inbox of one kind speaks of that kind alone, by its name; one that nobody knows is said and is no filter', async () => {
  const page = await browser(sari)
  const main = async (query: string) => (await (await page.get(`/kotak-masuk?${query}`)).text()).match(/<main.*<\/main>/s)![0]
  await tell({ key: 'Tenggat mendekat' })
  const none = await main('jenis=test.off')
  expect(none).toContain('Tidak ada pemberitahuan “Uji off” yang belum dibaca')
  expect(none).toContain('Hapus saringan Uji off')
  for (const untrue of ['Semua sudah Anda baca', 'Tidak ada yang baru', '>test.off', 'Tandai']) expect(none).not.toContain(untrue)
  expect(await main('jenis=test.off&tampil=semua')).toContain('Belum ada pemberitahuan “Uji off”')
  const unknown = await main('jenis=test.lain')
  expect(unknown).toContain('Tentang “test.lain” tidak dikenal, jadi saringan itu diabaikan.')
  expect(unknown).toContain('Tenggat mendekat')
})

test('the inbox and the number in the header are of the same: the latest thousand that are not read', async () => {
  const page = await browser(sari)
  await tell(...['a', 'b', 'c'].map(key => ({ key })))
  now.at = new Date(start.getTime() + 60_000)
  await sql`insert into notice (id, person_id, kind, key, subject_kind, subject_id, params, mail, created_at)
    select gen_random_uuid(), ${sari.personId}, 'test.off', key, 'person', ${sari.personId}, '{"say":"x"}', 'off', ${now.at}
    from generate_series(1, 998) key`.execute(db)
  const { groups, unread } = await as(sari)<{ groups: { kind: string; unread: number }[]; unread: number }>(groupNotices)
  expect([groups.map(({ kind, unread }) => [kind, unread]), unread]).toEqual([
    [
      ['test.off', 998],
      ['test.now', 2],
    ],
    1000,
  ])
  expect(await (await page.get('/kotak-masuk')).text()).toContain('aria-label="Kotak masuk, 3 baru"')
})

test('the inbox costs the same number of statements for one notice and for many', async () => {
  await tell({ key: 'a', kind: 'test.off' })
  const one = await countQueries(() => as(sari)(listNotices))
  await tell(...Array.from({ length: 40 }, (_, index) => ({ key: newId(), kind: 'test.off', say: String(index) })))
  expect(await countQueries(() => as(sari)(listNotices))).toBe(one)
  expect(await countQueries(() => as(sari)(groupNotices))).toBe(one - 1)
  const page = await browser(sari)
  const few = await countQueries(async () => void (await page.get('/akun')))
  await as(sari)(readAllNotices)
  expect(await countQueries(async () => void (await page.get('/akun')))).toBe(few)
  const rest = await program(sari)
  const counting = async (work: () => Promise<unknown>) => (await statementsOf(work)).filter(([text]) => /from notice n/.test(String(text)))
  expect([(await counting(() => page.get('/akun'))).length, await counting(() => rest('GET', '/home'))]).toEqual([1, []])
})

test('the same over REST and on the page of the account', async () => {
  const rest = await program(sari)
  await tell({ key: 'a' })
  const { notices } = (await (await rest('GET', '/notices')).json()) as { notices: { id: string; readAt: string | null }[] }
  expect(notices).toMatchObject([{ text: 'a', about: 'Uji now', readAt: null }])
  expect((await rest('PUT', `/notices/${notices[0]!.id}/read`)).status).toBe(200)
  expect(await (await rest('PUT', '/notices/read', {})).json()).toEqual({ read: 0 })
  const page = await browser(sari)
  const form = await (await page.get('/akun/pemberitahuan')).text()
  expect(form).toContain('Tindak lanjut untuk Anda kerjakan')
  const sent = await page.post('/akun/pemberitahuan', {
    mail: ['followup.due:now', 'followup.news:off'],
    digestHour: '9',
    quietFrom: '22',
    quietTo: '5',
  })
  expect(sent.status).toBe(303)
  expect(await (await rest('GET', '/notices/preferences')).json()).toMatchObject({
    digestHour: 9,
    quietFrom: 22,
    quietTo: 5,
    kinds: expect.arrayContaining([
      expect.objectContaining({ kind: 'followup.due', mail: 'now' }),
      expect.objectContaining({ kind: 'followup.news', mail: 'off' }),
    ]),
  })
  const half = await page.post('/akun/pemberitahuan', { digestHour: '9', quietFrom: '22', quietTo: '' })
  expect([half.status, (await half.text()).includes('Isi kedua jam tenang')]).toEqual([422, true])
})

test('over weeks, with a clock that goes back now and then, letters and summaries are those of a plain computation', async () => {
  const hour = { at: 0 }
  const found = await runNotices({ ...kernel, clock: clockAt(() => new Date(hour.at)) }, hour, 11, 40)
  expect(found).toEqual(expectedLetters(11, 40))
  expect(found.filter(({ lines }) => lines[0]!.startsWith('*')).length).toBeGreaterThan(20)
})

test('what says all that was told of a thing before takes the place of what is unread of it, for that person and thing alone', async () => {
  await tell({ key: 'lama' }, { key: 'lain', about: budi }, { key: 'lama', to: budi }, { key: 'biasa', kind: 'test.off' })
  await tell({ key: 'baru', replaces: true })
  await tell({ key: 'baru lagi', kind: 'test.off' })
  const unread = await db.selectFrom('notice').select(['person_id', 'kind', 'key']).where('read_at', 'is', null).orderBy('key').execute()
  expect(unread.map(({ person_id, kind, key }) => `${person_id === sari.personId ? 'sari' : 'budi'} ${kind} ${key}`)).toEqual([
    'sari test.now baru',
    'sari test.off baru lagi',
    'sari test.off biasa',
    'sari test.now lain',
    'budi test.now lama',
  ])
})
