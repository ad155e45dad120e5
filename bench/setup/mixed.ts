import { cookieName } from '../../src/platform/auth/session.ts'
import { type Kernel, newId } from '../../src/platform/operation/operation.ts'
import { programToken } from './people.ts'
import { register } from './register.ts'
import { cookieOf, type Sender, senders } from './senders.ts'
import { openForms } from './writers.ts'

/** One request of the mixed load; `heard` learns from the answer. */
export type Turn = { kind: string; path: string; init?: RequestInit; heard?(text: string): void }

const pages = [
  '/',
  '/perjanjian',
  '/perjanjian?q=sosialisasi',
  '/satuan-kerja',
  '/mitra',
  '/evaluasi',
  '/temuan',
  '/tindak-lanjut',
  '/laporan',
]
const lists = [
  '/agreements',
  '/agreements?q=data',
  '/offices',
  '/partners',
  '/findings',
  '/follow-ups',
  '/cycles',
  '/persons',
  '/audit',
  '/mail',
]
const bad = [
  ['POST', '/api/v1/agreements', 'application/json', '{"kind": '],
  ['POST', '/api/v1/agreements', 'application/json', JSON.stringify({ kind: 'x'.repeat(50_000), parties: Array(500).fill(1) })],
  ['POST', '/masuk', 'application/x-www-form-urlencoded', 'a=1&'.repeat(4_000)],
  ['POST', '/masuk', 'multipart/form-data; boundary=x', '--x\r\nbroken'],
  ['GET', '/perjanjian/tidak-ada', '', ''],
  ['GET', '/tidak-ada/sama-sekali', '', ''],
  ['GET', '/api/v1/agreements?after=%FF', '', ''],
] as const

/** How often each comes in a round of thirty. */
const round: [Kind, number][] = [
  ['page', 13],
  ['list', 6],
  ['draft', 5],
  ['bad', 3],
  ['export', 1],
  ['upload', 1],
  ['sign-in', 1],
]
type Kind = 'page' | 'list' | 'draft' | 'bad' | 'export' | 'upload' | 'sign-in'

/** People of all kinds and a program at a register of 1,000 agreements with an open cycle: what is asked for next, for ever. */
export async function mixedLoad(kernel: Kernel, address: string): Promise<() => Turn> {
  await register(kernel, 1000)
  const assignments = await openForms(kernel)
  const agreements = (await kernel.store.db.selectFrom('agreement').select('id').limit(200).execute()).map(({ id }) => id)
  const token = await programToken(kernel)
  const cookies = new Map<Sender, string>()
  for (const sender of senders) cookies.set(sender, await cookieOf(kernel, sender))
  const revs = new Map<string, string>()
  const bearer = { authorization: `Bearer ${token}` }
  const next: { [kind in Kind]: (at: number) => Omit<Turn, 'kind'> } = {
    page: at => ({ path: pages[at % pages.length]!, init: { headers: { cookie: cookies.get(senders[at % senders.length]!)! } } }),
    list: at => ({ path: `/api/v1${lists[at % lists.length]}`, init: { headers: bearer } }),
    export: at => ({ path: `/api/v1/agreements/export?format=${['csv', 'xlsx', 'json'][at % 3]}`, init: { headers: bearer } }),
    draft(at) {
      const id = assignments[at % 50]!
      const body = JSON.stringify({ rev: revs.get(id) ?? '0', answers: { suggestion: `Saran ke-${at}, ditulis sambil berjalan` } })
      return {
        path: `/api/v1/assignments/${id}/answers`,
        init: { method: 'PATCH', headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': newId() }, body },
        heard(text) {
          const { rev } = JSON.parse(text)
          if (rev !== undefined) revs.set(id, String(rev))
        },
      }
    },
    upload(at) {
      const body = new FormData()
      body.append('label', `Naskah ${at}`)
      body.append('file', new File(['%PDF-1.7\n', new Uint8Array(200_000).fill(32)], 'naskah.pdf'))
      return { path: `/api/v1/agreements/${agreements[at % agreements.length]}/documents`, init: { method: 'POST', headers: bearer, body } }
    },
    'sign-in': at => ({
      path: '/masuk',
      init: {
        method: 'POST',
        headers: { origin: address, cookie: `${cookieName(false)}=tidak.berlaku` },
        body: new URLSearchParams({ email: `orang${at % 20}@contoh.go.id`, password: 'salah sama sekali' }),
      },
    }),
    bad(at) {
      const [method, path, type, body] = bad[at % bad.length]!
      return {
        path,
        init: { method, headers: { origin: address, ...bearer, ...(type ? { 'content-type': type } : {}) }, ...(body ? { body } : {}) },
      }
    },
  }
  const order = spread(round)
  const counts = new Map<Kind, number>()
  let turn = 0
  return () => {
    const kind = order[turn++ % order.length]!
    const at = counts.get(kind) ?? 0
    counts.set(kind, at + 1)
    return { kind, ...next[kind](at) }
  }
}

/** Each kind evenly over the round, not one after the other. */
function spread(wanted: [Kind, number][]): Kind[] {
  const places = wanted.flatMap(([kind, times]) => Array.from({ length: times }, (_, at) => ({ kind, place: (at + 0.5) / times })))
  return places.sort((a, b) => a.place - b.place).map(({ kind }) => kind)
}
