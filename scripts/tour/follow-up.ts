import { firstLink, one, people, type Stop } from './stop.ts'

/** From a finding to a verified follow-up, and the report of it all. */
export const followUpStops: Stop[] = [
  {
    name: 'finding',
    id: 'Kendala dari jawaban menjadi temuan, dan temuan menjadi tindak lanjut dengan satu penanggung jawab dan satu tenggat.',
    en: 'An obstacle in an answer becomes a finding, and a finding a follow-up with one owner and one due date.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 1080 })
      await page.goto('/temuan?status=open')
      const finding = await firstLink(page, `/temuan/${one}`)
      await page.goto(`${finding}/tindak-lanjut`)
      return page
    },
  },
  {
    name: 'verification',
    id: 'Hasilnya diperiksa oleh orang lain, dengan bukti yang dilampirkan penanggung jawab.',
    en: 'Somebody else verifies the result, with the evidence that the owner attached.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 900 })
      await page.goto('/tindak-lanjut?periksa=ya')
      await firstLink(page, `/tindak-lanjut/${one}`)
      await page.getByRole('link', { name: 'Periksa hasil' }).click()
      await page.waitForURL(/pemeriksaan$/)
      return page
    },
  },
  {
    name: 'dashboard',
    id: 'Dasbor menghitung langsung dari jawaban: skor, selisih kedua pihak, kendala terbanyak.',
    en: 'The dashboard counts straight from the answers: scores, the gap between both sides, the commonest obstacles.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 1180 })
      await page.goto('/laporan')
      await firstLink(page, `/laporan/dasbor/${one}`)
      return page
    },
  },
  {
    name: 'report',
    id: 'Laporan nasional dibekukan pada satu waktu: PDF, Word, dan Excel dengan angka yang sama.',
    en: 'The national report is frozen at one time: PDF, Word and Excel with the same numbers.',
    async go(camera) {
      const page = await camera.as(people.officer)
      await page.goto('/laporan')
      await firstLink(page, `/laporan/${one}`)
      return page
    },
  },
]
