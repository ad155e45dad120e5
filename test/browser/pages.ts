import { example } from '../../src/platform/values/example-ids.ts'

/** Who opens a page: the administrator of the whole, the example person, a contact of the example's partner, or nobody known. */
export type Who = 'admin' | 'self' | 'partner' | 'stranger'

/** Routes that answer a program or with a file, not with a page. */
export const notPages = [
  '/healthz',
  '/readyz',
  '/assets/:file',
  '/api/openapi.json',
  '/satuan-kerja/pilihan',
  '/orang/pilihan',
  '/impor/:id/kemajuan',
  '/impor-orang/:id/kemajuan',
  '/laporan/:id/kemajuan',
  '/evaluasi/:id/surat',
  '/tindak-lanjut/:id/berkas/:file',
  '/evaluasi/isian/:id/berkas/:file',
  '/laporan/templat/berkas',
  '/berkas/:id',
]
/** Routes of the organisation's own sign-in lead away at once; their pages are the way in and its messages. */
export const leadAway = ['/masuk/oidc', '/masuk/oidc/kembali']

const agreement = { id: example.agreement }
const draft = { id: example.draftAgreement }

/** Every page of the application: by its route, at which addresses it is opened. `{…}` stands for the parameters of the route. */
export const pages: Record<string, (string | Record<string, string>)[]> = {
  '/': [{}],
  '/api': [{}, '/api?bagian=agreements'],
  '/api/problems': [{}],
  '/satuan-kerja': [{}, '/satuan-kerja?buka=35', '/satuan-kerja?q=banyuwangi', '/satuan-kerja?q=tidak-ada-yang-begini'],
  '/satuan-kerja/baru': [{}],
  '/satuan-kerja/:id': [{ id: 'office' }],
  '/satuan-kerja/:id/ubah': [{ id: 'office' }],
  '/orang': [{}, '/orang?q=rahasia', '/orang?q=tidak-ada-yang-begini'],
  '/orang/baru': [{}],
  '/orang/:id': [{ id: example.person }, { id: example.colleague }, { id: example.formerPerson }],
  '/orang/:id/ubah': [{ id: example.person }],
  '/orang/:id/berhenti': [{ id: example.person }],
  '/orang/:id/dua-langkah': [{ id: example.colleague }],
  '/orang/:id/jabatan': [{ id: example.person }],
  '/jabatan': [{}],
  '/jabatan/baru': [{}],
  '/jabatan/:id/ubah': [{ id: example.position }],
  '/peran/baru': [`/peran/baru?orang=${example.person}`],
  '/delegasi/:id': [{ id: example.grant }],
  '/mitra': [{}, '/mitra?q=kejaksaan', '/mitra?q=tidak-ada-yang-begini'],
  '/mitra/baru': [{}],
  '/mitra/:id': [{ id: example.partner }],
  '/mitra/:id/ubah': [{ id: example.partner }],
  '/mitra/:id/narahubung/baru': [{ id: example.partner }],
  '/mitra/:id/narahubung/:contact/ubah': [{ id: example.partner, contact: example.contact }],
  '/mitra/:id/narahubung/:contact/pengakhiran': [{ id: example.partner, contact: example.contact }],
  '/tindak-lanjut': [{}, '/tindak-lanjut?terlambat=ya', '/tindak-lanjut?q=tidak-ada-yang-begini'],
  '/tindak-lanjut/baru': [{}],
  '/tindak-lanjut/perkembangan': [{}],
  '/tindak-lanjut/:id': [{ id: example.followUp }, { id: example.reportedFollowUp }, { id: example.doneFollowUp }],
  '/tindak-lanjut/:id/laporan': [{ id: example.followUp }],
  '/tindak-lanjut/:id/pemeriksaan': [{ id: example.reportedFollowUp }],
  '/tindak-lanjut/:id/penanggung-jawab': [{ id: example.followUp }],
  '/tindak-lanjut/:id/tenggat': [{ id: example.followUp }],
  '/tindak-lanjut/:id/pembatalan': [{ id: example.followUp }],
  '/tindak-lanjut/:id/pembukaan': [{ id: example.doneFollowUp }],
  '/perjanjian': [{}, '/perjanjian?status=active&jenis=mou&urut=-judul&satker=35', '/perjanjian?q=tidak-ada-yang-begini'],
  '/perjanjian/baru': [{}],
  '/perjanjian/:id': [agreement, draft],
  '/perjanjian/:id/ubah': [agreement],
  '/perjanjian/:id/pembahasan': [draft],
  '/perjanjian/:id/kesiapan': [draft],
  '/perjanjian/:id/penandatanganan': [draft],
  '/perjanjian/:id/perpanjangan': [agreement],
  '/perjanjian/:id/masa-berlaku': [agreement],
  '/perjanjian/:id/pengakhiran': [agreement],
  '/perjanjian/:id/penyelesaian': [agreement],
  '/perjanjian/:id/kewajiban/baru': [agreement],
  '/perjanjian/:id/kewajiban/:part/ubah': [{ ...agreement, part: example.obligation }],
  '/perjanjian/:id/kewajiban/:part/penghapusan': [{ ...agreement, part: example.obligation }],
  '/perjanjian/:id/dokumen/baru': [agreement],
  '/perjanjian/:id/dokumen/:part/penghapusan': [{ ...agreement, part: example.document }],
  '/impor': [{}],
  '/impor-orang': [{}],
  '/impor-orang/:id': [{ id: example.personBatch }, `/impor-orang/${example.personBatch}?hasil=attention`],
  '/impor-orang/:id/baris/:row': [{ id: example.personBatch, row: '2' }, `/impor-orang/${example.personBatch}/baris/3`],
  '/impor/:id': [{ id: example.batch }, `/impor/${example.batch}?hasil=needs_attention`],
  '/impor/:id/kolom': [{ id: example.batch }],
  '/impor/:id/baris/:row': [
    { id: example.batch, row: '2' },
    { id: example.batch, row: '3' },
  ],
  '/temuan': [{}, '/temuan?status=done', '/temuan?q=tidak-ada-yang-begini'],
  '/temuan/baru': [{}],
  '/temuan/:id': [{ id: example.finding }, { id: example.dismissedFinding }, { id: example.linkedFinding }],
  '/temuan/:id/tindak-lanjut': [{ id: example.finding }],
  '/temuan/:id/pengesampingan': [{ id: example.finding }],
  '/evaluasi': [{}],
  '/evaluasi/baru': [{}],
  '/evaluasi/isian': [{}],
  '/evaluasi/isian/:id': [{ id: example.assignment }, { id: example.returnedAssignment }, { id: example.partnerAssignment }],
  '/evaluasi/isian/:id/cetak': [{ id: example.assignment }, { id: example.returnedAssignment }],
  '/evaluasi/isian/:id/perpanjangan': [{ id: example.assignment }],
  '/evaluasi/isian/:id/pengembalian': [{ id: example.returnedAssignment }],
  '/evaluasi/:id': [{ id: example.cycle }, { id: example.draftCycle }, `/evaluasi/${example.cycle}?provinsi=35`],
  '/evaluasi/:id/ubah': [{ id: example.draftCycle }],
  '/evaluasi/:id/penutupan': [{ id: example.cycle }],
  '/evaluasi/:id/undangan': [{ id: example.cycle }],
  '/evaluasi/:id/pengingat': [{ id: example.cycle }, `/evaluasi/${example.cycle}/pengingat?provinsi=35`],
  '/laporan': [{}],
  '/laporan/baru': [{}],
  '/laporan/templat': [{}],
  '/laporan/dasbor/:cycle': [{ cycle: example.cycle }],
  '/laporan/:id': [{ id: example.report }],
  '/masuk': [{}],
  '/masuk/kode': [{}, '/masuk/kode?cara=pemulihan'],
  '/masuk/tautan': [{}, '/masuk/tautan?terkirim=ya'],
  '/masuk/tautan/:token': [{ token: 'session' }, { token: 'tidak-ada' }],
  '/lupa-sandi': [{}, '/lupa-sandi?terkirim=ya'],
  '/sandi/:token': [{ token: 'password' }, { token: 'tidak-ada' }],
  '/mulai/:token': [{ token: 'setup' }, { token: 'tidak-ada' }],
  '/demo': [{}],
  '/akun': [{}],
  '/akun/keamanan': [{}],
  '/akun/pemberitahuan': [{}],
  '/kotak-masuk': [{}, '/kotak-masuk?tampil=semua'],
  '/akun/token': [{}],
  '/akun/dua-langkah': [{}],
  '/jejak': [{}, '/jejak?q=tidak-ada-yang-begini'],
  '/jejak/pemeriksaan': [{}],
  '/jejak/:kind/:id': [{ kind: 'person', id: example.person }],
  '/berkas': [{}],
  '/berkas/pemeriksaan': [{}],
  '/surat': [{}],
  '/surat/:id': [{ id: example.mail }],
}

/** Who opens the page of a route, where that is not the administrator. */
export function whoOpens(route: string, address: string): Who {
  if (/^\/(masuk|lupa-sandi|sandi|mulai|demo)\b/.test(route)) return 'stranger'
  if (/^\/(akun|kotak-masuk)/.test(route)) return 'self'
  return address === `/evaluasi/isian/${example.partnerAssignment}` ? 'partner' : 'admin'
}

/** Pages that show nothing of what people wrote. */
const ours = new Set([
  '/delegasi/:id',
  '/akun/dua-langkah',
  '/api',
  '/api/problems',
  '/orang/baru',
  '/jabatan/baru',
  '/mitra/baru',
  '/jejak/pemeriksaan',
  '/laporan/templat',
  '/berkas',
  '/temuan/baru',
  '/tindak-lanjut/baru',
  '/evaluasi/baru',
  '/perjanjian/baru',
  '/satuan-kerja/baru',
])

/** The page says what people wrote: `hostile-pages` opens it, in English, with the longest and worst that they can write. */
export const saysWhatPeopleWrote = (route: string, address: string): boolean =>
  whoOpens(route, address) !== 'stranger' && !ours.has(route) && !/tidak-ada|status=done|q=banyuwangi|satuan-kerja$/.test(address)
