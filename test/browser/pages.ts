import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../../src/modules.ts'
import { example } from '../../src/platform/values/example-ids.ts'

/** Who opens a page: the administrator of the whole, the example person, a contact of the example's partner, or nobody known. */
export type Who = 'admin' | 'self' | 'partner' | 'stranger'

/** Routes that answer a program or with a file, not with a page. */
export const notPages = [
  '/komentar/berkas/:file',
  '/komentar/berkas/:file/:size{kecil|besar}',
  '/komentar/pada/:kind/:subject/orang',
  '/healthz',
  '/readyz',
  '/robots.txt',
  '/sw.js',
  '/assets/:file',
  '/api/openapi.json',
  '/satuan-kerja/pilihan',
  '/orang/pilihan',
  '/tindak-lanjut/:id/berkas/:file',
  '/evaluasi/isian/:id/berkas/:file',
  '/laporan/templat/berkas',
  '/berkas/:id',
  '/daftar-publik/:id/naskah/:document',
  '/bahasa/berkas',
  '/putaran/:id/piagam/:entry',
  '/rapat/:id/naskah/:kind/pdf',
  '/rapat/:id/sertifikat/pdf',
  '/rapat/:id/naskah/:kind/word',
  '/rapat/:id/naskah/surat/zip',
  // Only a judge of the round opens it: awards.test.ts does.
  '/putaran/:id/penghargaan/nilai/:entry',
  '/kalender/langganan/:file{.+\\.ics}',
]
/** Routes of the organisation's own sign-in lead away at once; their pages are the way in and its messages. */
export const leadAway = ['/masuk/oidc', '/masuk/oidc/kembali']

/** Pages of a module by their route, and at which addresses each is opened: an address, or what stands for the parameters of the route. */
export type ExamplePages = Record<string, (string | Record<string, string>)[]>

/** What the modules say in `example-world/` of their pages; `silentPages` show nothing of what people wrote. */
const worlds = await Promise.all(
  modules.map(async ({ name }): Promise<{ pages?: ExamplePages; silentPages?: string[] }> => {
    const file = join(import.meta.dirname, '..', 'example-world', `${name}.ts`)
    return existsSync(file) ? import(/* @vite-ignore */ file) : {}
  }),
)

/** Every page of the application: by its route, at which addresses it is opened. `{…}` stands for the parameters of the route. */
export const pages: ExamplePages = Object.assign({ '/': [{}] }, ...worlds.map(({ pages }) => pages ?? {}))

/** Pages that say to a stranger what people wrote. */
const isPublic = (route: string): boolean => /^\/(daftar-publik|jawab)\b/.test(route)

/** Who opens the page of a route, where that is not the administrator. */
export function whoOpens(route: string, address: string): Who {
  if (isPublic(route)) return 'stranger'
  if (/^\/(masuk|lupa-sandi|sandi|mulai|demo)\b/.test(route)) return 'stranger'
  if (/^\/(akun|kotak-masuk|cari|kalender\/langganan|massal(?!\/baru)|rapat\/:id\/(hadir|kode-saya|suara\/kirim)|undangan)/.test(route))
    return 'self'
  return address === `/evaluasi/isian/${example.partnerAssignment}` ? 'partner' : 'admin'
}

const silent = new Set(worlds.flatMap(({ silentPages = [] }) => silentPages))

/** The page says what people wrote: `hostile-pages` opens it, in English, with the longest and worst that they can write. */
export const saysWhatPeopleWrote = (route: string, address: string): boolean =>
  (whoOpens(route, address) !== 'stranger' || isPublic(route)) &&
  !silent.has(route) &&
  !/tidak-ada|status=done|bobot=note|q=banyuwangi|satuan-kerja$/.test(address)
