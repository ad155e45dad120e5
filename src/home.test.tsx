import { afterAll, expect, test } from 'vitest'
import { as, browser, kernel, now, office, person, program, stranger } from '../test/world.ts'
import { homeOf } from './home.tsx'
import { HomeView } from './home-view.tsx'
import type { Module } from './module.ts'
import { createFollowUp } from './modules/followups/operations/create.ts'
import { createGrant } from './modules/organisation/operations/grants.ts'
import { operations } from './modules.ts'
import { inEach } from './platform/i18n/words.ts'
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
    'Tidak ada yang menunggu Anda',
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
  expect(page).toContain('14 hal menunggu Anda')
  expect(page).toContain('14 sudah lewat tenggat')
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
