import { afterAll, expect, test } from 'vitest'
import { agreement, openedCycle, partner } from '../test/evaluation-world.ts'
import { as, browser, countQueries, db, kernel, now, office, person, program, stranger } from '../test/world.ts'
import { homeOf } from './home.tsx'
import { HomeView } from './home-view.tsx'
import type { Module } from './module.ts'
import { createFollowUp } from './modules/followups/operations/create.ts'
import { createGrant } from './modules/organisation/operations/grants.ts'
import { operations } from './modules.ts'
import { inEach } from './platform/i18n/words.ts'
import { newId } from './platform/operation/operation.ts'
import { createApp } from './server.tsx'
import { renderPart } from './web/page.tsx'

afterAll(() => kernel.close())

const showHome = operations.find(({ name }) => name === 'home.show')!
const admin = await person('Dewi', 'national_admin')
const leader = await person('Agus', 'office_leader', '35.10')
const sari = await person('Sari', 'office_operator', '35.10')

test('a stranger is led to the way in', async () => {
  const answer = await (await browser(null)).get('/')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/masuk'])
  await expect(as(stranger)(showHome)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('a proxy that is not trusted is logged once and said to administrators; a header alone is not believed', async () => {
  const lines: unknown[] = []
  const heard = { ...kernel, log: { ...kernel.log, warn: (event: string, details?: object) => void lines.push([event, details]) } }
  const app = createApp(heard)
  const pageOf = async (actor: typeof admin, peer: string, headers: Record<string, string> = {}, its = app) => {
    const { cookie } = await browser(actor)
    const answer = await its.request(
      'http://sinergi.test/',
      { headers: { cookie, ...headers } },
      { incoming: { socket: { remoteAddress: peer } } },
    )
    return (await answer.text()).includes('TRUST_PROXY=true')
  }
  const forwarded = { 'x-forwarded-for': '203.0.113.9' }
  expect(await pageOf(admin, '203.0.113.1', forwarded)).toBe(false)
  expect(await pageOf(admin, '172.16.0.9')).toBe(false)
  expect(lines).toEqual([])
  expect(await pageOf(sari, '::ffff:172.16.0.9', { forwarded: 'for=203.0.113.9' })).toBe(false)
  expect(await pageOf(admin, '127.0.0.1', forwarded)).toBe(true)
  expect(await pageOf(admin, '203.0.113.1')).toBe(true)
  expect(lines).toEqual([['proxy.not-trusted', expect.objectContaining({ header: 'forwarded', peer: '::ffff:172.16.0.9' })]])
  const trusting = createApp({ ...heard, config: { ...kernel.config, TRUST_PROXY: true } })
  expect(await pageOf(admin, '127.0.0.1', forwarded, trusting)).toBe(false)
  expect(lines).toHaveLength(1)
})

test('with nothing to do the page greets, and says what will appear', async () => {
  const page = await (await (await browser(sari)).get('/')).text()
  for (const said of [
    'Halo, Sari!',
    'Anda bertugas di KPU Kabupaten Banyuwangi',
    'Tidak ada tugas yang menunggu Anda',
    'Evaluasi yang perlu diisi',
  ])
    expect(page).toContain(said)
  expect(await (await (await browser(await person('Baru'))).get('/')).text()).toContain('Anda belum memiliki peran')
})

test('a role that ends soon waits for those who can give it anew, and only for them', async () => {
  await as(admin)(createGrant, { person: sari.personId, role: 'inspector', office: '35.10', fromOn: '2025-11-01', toOn: '2025-11-27' })
  const groups = async (actor: typeof admin) => (await as(actor)(showHome)).groups.filter((group: { key: string }) => group.key === 'roles')
  expect(await groups(leader)).toEqual([
    {
      key: 'roles',
      title: 'Peran yang segera berakhir',
      action: 'Buka',
      total: 1,
      overdue: 0,
      needs: [
        {
          who: 'Sari',
          title: 'Inspektorat, KPU Kabupaten Banyuwangi',
          href: `/orang/${sari.personId}`,
          due: '2025-11-27',
          overdue: false,
        },
      ],
    },
  ])
  expect(await groups(sari)).toEqual([])
  expect(await (await (await browser(leader)).get('/')).text()).toContain('Inspektorat, KPU Kabupaten Banyuwangi')
})

test('numbers come with what they are a part of', async () => {
  const { figures } = await as(admin)(showHome)
  expect(figures.find((figure: { key: string }) => figure.key === 'offices-with-users')).toMatchObject({
    value: 2,
    of: 553,
    unit: 'satuan kerja',
  })
  const answer = await (await program(admin))('GET', '/home', undefined, { 'accept-language': 'en' })
  expect((await answer.json()).name).toBe('Dewi')
})

test('the page takes no more statements than this where nothing waits', async () => {
  const contact = await person('Laksmi', 'partner_contact', '00', true, { partnerId: await partner('Universitas Bahari', 'university') })
  const statements = async (actor: typeof admin) => {
    const { get } = await browser(actor)
    await get('/')
    return countQueries(() => get('/'))
  }
  expect([await statements(admin), await statements(leader), await statements(contact)]).toEqual([15, 15, 11])
})

test('modules say what waits; what is overdue comes first, empty groups not at all', async () => {
  const waiting: Module = {
    name: 'waiting',
    operations: [],
    endpoints: [],
    needs: async () => [
      {
        key: 'late',
        title: inEach(tag => (tag === 'en' ? 'Late' : 'Terlambat')),
        action: inEach(tag => (tag === 'en' ? 'Report' : 'Laporkan')),
        total: 12,
        more: '/tindak-lanjut',
        needs: [{ title: 'Satu', href: '/x', due: '2025-11-01', overdue: true }],
      },
      { key: 'none', title: inEach(tag => (tag === 'en' ? 'Empty' : 'Kosong')), action: inEach(() => '–'), total: 0, needs: [] },
    ],
  }
  const home = homeOf([waiting]).operations[0]!
  expect((await as(sari)(home)).groups).toEqual([
    {
      key: 'late',
      title: 'Terlambat',
      action: 'Laporkan',
      total: 12,
      overdue: 1,
      more: '/tindak-lanjut',
      needs: [{ title: 'Satu', href: '/x', due: '2025-11-01', overdue: true }],
    },
  ])
})

test('how many are overdue counts all of them, not only those that stand on the page', async () => {
  const late = await person('Tertunda', 'office_operator', '35.10')
  for (let at = 0; at < 14; at++)
    await as(leader)(createFollowUp, {
      action: `Menyepakati ${at}`,
      officeId: office('35.10').id,
      ownerId: late.personId!,
      dueOn: '2025-11-21',
    })
  const before = now.at
  now.at = new Date('2025-11-25T02:00:00Z')
  expect((await as(late)(showHome)).groups.map(({ key, total, overdue }: Record<string, unknown>) => [key, total, overdue])).toEqual([
    ['followups.late', 14, 14],
  ])
  const page = await (await (await browser(late)).get('/')).text()
  expect(page).toContain('14 tugas menunggu Anda')
  expect(page).toContain('14 terlambat')
  now.at = before
})

test('two things that wait at the same address both stand there', async () => {
  const need = (title: string, due: string) => ({ title, href: '/orang/satu', due })
  const group = (needs: ReturnType<typeof need>[]) => ({
    key: 'roles',
    title: inEach(() => 'Peran'),
    action: inEach(() => 'Buka'),
    total: needs.length,
    needs,
  })
  const days = ['2025-11-21', '2025-11-22', '2025-11-23', '2025-11-24']
  const modules = [
    { name: 'roles', operations: [], endpoints: [], needs: async () => [group(days.map(day => need(`Peran sampai ${day}`, day)))] },
  ]
  const home = await as(sari)(homeOf(modules).operations[0]!)
  const page = renderPart(
    { locale: 'id', zone: 'Asia/Jakarta', today: '2025-11-20' },
    <HomeView {...home} sections={[]} proxyUnbelieved={false} />,
  )
  for (const day of days) expect(page).toContain(`Peran sampai ${day}`)
})

test('forms and follow-ups are counted and named by what is to be done, in as many statements for one as for many', async () => {
  const bahari = await partner('Universitas Pantai', 'university')
  const followUp = (action: string, due_on: string, state: 'open' | 'reported', owner = leader) => {
    const id = newId()
    const row = { number: `TL-2025-${id.slice(-6)}`, office_id: office('35.10').id, owner_id: owner.personId!, created_at: now.at }
    return db
      .insertInto('follow_up')
      .values({ id, action, due_on, state, ...row })
      .execute()
  }
  const all = async () => {
    const { groups } = await as(leader)(showHome)
    return Object.fromEntries(
      groups
        .filter(({ key }: { key: string }) => /^(followups|evaluation)/.test(key))
        .map(({ key, total, needs }: { key: string; total: number; needs: { title: string }[] }) => [
          key,
          [total, ...needs.map(({ title }) => title)],
        ]),
    )
  }
  await agreement('Riset pesisir', ['35.10'], [bahari], 0)
  await openedCycle(admin, '35.10')
  await followUp('Lewat', '2025-11-10', 'open')
  await followUp('Segera', '2025-11-22', 'open')
  await followUp('Nanti', '2025-12-22', 'open')
  await followUp('Periksa', '2025-11-12', 'reported', sari)
  expect(await all()).toEqual({
    'followups.late': [1, 'Lewat'],
    'followups.soon': [1, 'Segera'],
    'followups.verify': [1, 'Periksa'],
    'evaluation.waiting': [1, 'Riset pesisir'],
  })
  const few = await countQueries(() => as(leader)(showHome))
  for (let nth = 11; nth < 25; nth++) await followUp(`Lewat ${nth}`, `2025-11-${nth - 10 < 10 ? `0${nth - 10}` : nth - 10}`, 'open')
  await followUp('Periksa dahulu', '2025-11-01', 'reported', sari)
  const many = await all()
  expect([many['followups.late']![0], many['followups.late']!.length, many['followups.late']![1]]).toEqual([15, 11, 'Lewat 11'])
  expect(many['followups.verify']).toEqual([2, 'Periksa dahulu', 'Periksa'])
  expect(await countQueries(() => as(leader)(showHome))).toBe(few)
  expect(few).toBe(12)
})

test('a partner reads at home with which offices it works, in no statement more', async () => {
  const id = await partner('Yayasan Mitra Dua', 'state_body')
  await agreement('Dengan kabupaten', ['35.10'], [id])
  const contact = await person('Wulan', 'partner_contact', '00', true, { partnerId: id })
  const { get } = await browser(contact)
  expect(await (await get('/')).text()).toContain('perjanjian dengan KPU Kabupaten Banyuwangi<')
  const one = await countQueries(() => get('/'))
  await agreement('Lagi dengan kabupaten', ['35.10'], [id])
  await agreement('Dengan provinsi', ['35'], [id])
  const page = await (await get('/')).text()
  expect(page).toContain('perjanjian dengan KPU Kabupaten Banyuwangi dan 1 satuan kerja lain<')
  expect(await countQueries(() => get('/'))).toBe(one)
  expect(page).toContain('<h2>Perjanjian lembaga Anda</h2>')
  expect(page.match(/href="\/perjanjian\/[0-9a-f-]{36}"/g)).toHaveLength(3)
  expect(await (await (await browser(leader)).get('/')).text()).not.toContain('Perjanjian lembaga Anda')
  // The public register is nothing that a partner manages.
  const menu = (html: string) =>
    /<nav class="side".*?<\/nav>/s
      .exec(html)![0]
      .replace(/<[^>]*>/g, ' ')
      .replace(/ +/g, ' ')
  expect(menu(page)).toMatch(/Kerja sama .*Perjanjian.* Daftar publik/)
  expect(menu(page)).not.toContain('Kelola')
  expect(menu(await (await (await browser(admin)).get('/')).text())).toMatch(/Kelola .*Daftar publik/)
})
