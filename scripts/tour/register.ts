import { join } from 'node:path'
import { root } from '../../src/platform/process/root.ts'
import { firstLink, one, people, type Stop } from './stop.ts'

/** Coming in, and the register of agreements. */
export const registerStops: Stop[] = [
  {
    name: 'enter',
    id: 'Di dunia contoh Anda masuk sebagai siapa saja: petugas nasional, operator satuan kerja, inspektorat, atau mitra.',
    en: 'In the demo world you come in as anybody: national officer, office operator, inspector or partner.',
    async go(camera) {
      const page = await camera.as(null)
      await page.goto('/demo')
      return page
    },
  },
  {
    name: 'home',
    id: 'Beranda menunjukkan apa yang menunggu Anda, dengan tenggatnya.',
    en: 'The home page shows what waits for you, with its due date.',
    go: camera => camera.as(people.officer),
  },
  {
    name: 'import-preview',
    id: 'Daftar dari Excel diperiksa baris demi baris sebelum ada yang dicatat.',
    en: 'A spreadsheet is checked row by row before anything is recorded.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 1000 })
      await page.goto('/impor')
      await page.locator('input[type=file]').setInputFiles(join(root, 'test/data/form-export.xlsx'))
      await page.getByRole('button', { name: 'Unggah dan periksa' }).click()
      await page
        .getByRole('button', { name: /^Catat/ })
        .first()
        .waitFor()
      return page
    },
  },
  {
    name: 'import-done',
    id: 'Yang siap sudah tercatat; yang meragukan tetap ada, menunggu keputusan Anda.',
    en: 'What is ready has been recorded; what is doubtful stays, waiting for your decision.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 900 })
      await page.goto('/impor')
      await page.getByRole('link', { name: 'form-export.xlsx' }).first().click()
      await page
        .getByRole('button', { name: /^Catat/ })
        .first()
        .click()
      await page.getByText('Selesai').first().waitFor()
      return page
    },
  },
  {
    name: 'agreements',
    id: 'Semua perjanjian di wilayah kerja Anda: cari, saring, urutkan, unduh persis yang tampak.',
    en: 'All agreements in your reach: search, filter, sort, download exactly what is shown.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 900 })
      await page.goto('/perjanjian')
      return page
    },
  },
  {
    name: 'agreement',
    id: 'Satu perjanjian: para pihak, kewajiban pasal demi pasal, dan yang lahir darinya.',
    en: 'One agreement: its parties, obligations article by article, and what came of it.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 1000 })
      await page.goto('/perjanjian?q=56/PR.07-NK/01')
      await firstLink(page, `/perjanjian/${one}`)
      return page
    },
  },
]
