import { afterAll, expect, test } from 'vitest'
import { as, browser, kernel, person } from '../../../test/world.ts'
import { showImport } from './operations/listing.ts'
import type { Batch } from './schema/batches.ts'

afterAll(() => kernel.close())

const csv = [
  'Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal TTD,Kantor,Tentang',
  '1/A/2025,MoU,Universitas Baru,13/02/2025,KPU Kabupaten Banyuwangi,Data',
  '2/A/2025,,Universitas Baru,13/02/2025,KPU Kabupaten Banyuwangi,Pengawasan',
  '3/A/2025,Surat,Universitas Lain,13/02/2025,KPU Kabupaten Banyuwangi,Magang',
].join('\n')

test('a row asks first for what it needs, says what is wrong beside its cell, and once recorded what became of it', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const here = await browser(sari)
  const path = (await here.post('/impor', { file: new File([csv], 'daftar.csv', { type: 'text/csv' }) })).headers.get('location')!
  await kernel.jobs.drain(kernel)
  const id = path.split('/').at(-1)!
  const rev = async () => `${(await as(sari)(showImport, { id })).rev}`
  const mapping = await (await here.get(`${path}/kolom`)).text()
  expect(mapping).toMatch(/Kantor <\/label>.*?<option value="officeName" selected>/)
  const columns = { 'meanings.0': 'kpuNumber', 'meanings.1': 'kind', 'meanings.2': 'partner', 'meanings.3': 'signedOn' }
  await here.post(`${path}/kolom`, { rev: await rev(), ...columns, 'meanings.4': 'officeName', 'meanings.5': 'title' })

  const list = await (await here.get(path)).text()
  expect(list).toContain('Jenis naskah belum diisi; pilih di sini, atau untuk seluruh berkas di Ubah kolom.')
  expect(await (await here.get(`${path}/kolom`)).text()).toContain('Urutan tanggal di kolom Tanggal TTD')
  const row = await (await here.get(`${path}/baris/4`)).text()
  const [before, folded] = [row.slice(0, row.indexOf('<summary>Sel lainnya')), row.slice(row.indexOf('<summary>Sel lainnya'))]
  expect(labels(before)).toEqual([
    'Satuan kerja (opsional)',
    'Kode wilayah (opsional)',
    'Jenis naskah',
    'Nomor KPU',
    'Tentang',
    'Nama mitra',
    'Tanggal penandatanganan',
  ])
  expect(before).toMatch(
    /<p class="field-error" id="correction-kind-error">.*?Jenis naskah tidak dikenal.*?<select[^>]*name="correction.kind".*?<option value="Surat" selected>Seperti dalam berkas: Surat</,
  )
  expect(before).not.toContain('<ul class="problems">')
  expect(labels(folded).every(label => label.endsWith('(opsional)'))).toBe(true)

  await here.post(`${path}/konfirmasi`, { rev: await rev() })
  await kernel.jobs.drain(kernel)
  const done = await (await here.get(path)).text()
  expect([done.includes('Siap dicatat'), done.includes('Tercatat')]).toEqual([false, true])
})

test('a row without a subject says so, and an empty cell says what was chosen for the whole file', async () => {
  const sari = await person('Sari', 'office_operator', '35.10', false)
  const here = await browser(sari)
  const file = new File(['Nomor KPU,Nama Mitra,Tanggal TTD,Tentang\n7/B/2025,Universitas Sepi,13/02/2025,'], 'sepi.csv', {
    type: 'text/csv',
  })
  const path = (await here.post('/impor', { file })).headers.get('location')!
  await kernel.jobs.drain(kernel)
  const rev = async () => `${(await as(sari)(showImport, { id: path.split('/').at(-1)! })).rev}`
  await here.post(`${path}/kolom`, {
    rev: await rev(),
    'meanings.0': 'kpuNumber',
    'meanings.1': 'partner',
    'meanings.2': 'signedOn',
    kind: 'mou',
  })
  await kernel.jobs.drain(kernel)
  const row = await (await here.get(`${path}/baris/2`)).text()
  expect(row).toContain('tetapi “Tentang” masih kosong')
  expect(row).toContain('Jika dikosongkan: KPU Kabupaten Banyuwangi, seperti ditentukan untuk seluruh berkas.')
  expect(row).toMatch(/Jenis naskah.*?\(opsional\).*?Jika dikosongkan: Nota [Kk]esepahaman/)
})

const labels = (page: string) =>
  [...page.slice(page.indexOf('class="form"')).matchAll(/<label for="correction[^"]*">(.*?)<\/label>/g)].map(([, label]) =>
    label!.replace(/<[^>]+>/g, '').trim(),
  )

test('where one thing that no row says stands in the way of all, the page leads to where it is said once, and says so once', async () => {
  const sari = await person('Sari Kolom', 'office_operator', '35.10', false)
  const here = await browser(sari)
  const previewOf = async (rows: readonly string[]) => {
    const text = ['Nomor KPU,Jenis Naskah,Nama Mitra,Tanggal TTD,Kantor,Tentang', ...rows].join('\n')
    const path = (await here.post('/impor', { file: new File([text], 'jenis.csv', { type: 'text/csv' }) })).headers.get('location')!
    await kernel.jobs.drain(kernel)
    const { rev } = (await as(sari)(showImport, { id: path.split('/').at(-1)! })) as { rev: number }
    const meanings = ['kpuNumber', 'kind', 'partner', 'signedOn', 'officeName', 'title']
    await here.post(`${path}/kolom`, { rev: `${rev}`, ...Object.fromEntries(meanings.map((field, at) => [`meanings.${at}`, field])) })
    return { path, page: await (await here.get(path)).text() }
  }
  const row = (number: number, kind: string, partner: string) =>
    `${number}/K/2025,${kind},${partner},2025-02-13,KPU Kabupaten Banyuwangi,Data ${number}`
  const { path, page } = await previewOf([row(1, '', 'Universitas Kolom'), row(2, '', '')])
  const head = page.slice(page.indexOf('class="page-head"'), page.indexOf('class="stats"'))
  const [beside, folded] = head.split('class="more-acts"')
  expect([...beside!.matchAll(/<a href="([^"]+)" class="button primary">([^<]+)/g)].map(([, href, text]) => [href, text])).toEqual([
    [`${path}/kolom#kind`, 'Isi jenis naskah untuk semua baris'],
  ])
  for (const act of ['Selesaikan tanpa mencatat', 'Ubah kolom', 'Unduh berkas asli', 'Batalkan impor'])
    expect([act, beside!.includes(act), folded!.includes(act)]).toEqual([act, false, true])
  expect(page.split('Jenis naskah belum diisi').length - 1).toBe(1)
  expect(page).toContain('Nama mitra kosong. Isi nama mitranya.')
  expect(await (await here.get(`${path}/kolom`)).text()).toMatch(/<select[^>]* id="kind"/)

  const mixed = await previewOf([row(3, '', 'Universitas Kolom'), row(4, 'MoU', '')])
  expect(mixed.page).toContain(`<a href="${mixed.path}/baris/2" class="button primary">Periksa Baris 2</a>`)
  expect(mixed.page.split('Jenis naskah belum diisi').length - 1).toBe(1)
})

test('cells that are empty are called empty, each by its name, and no date is said to be unreadable', async () => {
  const here = await browser(await person('Sari', 'office_operator', '35.10', false))
  const file = new File(['Judul;Nomor Kesepahaman;Instansi;Tgl TTD;Berakhir\n;3/X;;;\n'], 'kosong.csv', { type: 'text/csv' })
  const path = (await here.post('/impor', { file })).headers.get('location')!
  await kernel.jobs.drain(kernel)
  const mapping = await (await here.get(`${path}/kolom`)).text()
  expect(mapping).toMatch(/Nomor Kesepahaman <\/label>.*?<option value="kpuNumber" selected>/)
  const { rev } = (await as(await person('Sari', 'office_operator', '35.10', false))(showImport, { id: path.split('/').at(-1)! })) as Batch
  const columns = { 'meanings.0': 'title', 'meanings.1': 'kpuNumber', 'meanings.2': 'partner', 'meanings.3': 'signedOn' }
  await here.post(`${path}/kolom`, { rev: `${rev}`, ...columns, 'meanings.4': 'endsOn' })
  for (const page of [path, `${path}/baris/2`]) {
    const text = await (await here.get(page)).text()
    expect(text).toContain('Tanggal penandatanganan kosong. Isi tanggalnya.')
    expect(text).toContain('“Tentang” kosong. Isi judulnya.')
    expect(text).not.toContain('Ada tanggal yang tidak terbaca')
  }
})
