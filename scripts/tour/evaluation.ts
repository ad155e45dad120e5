import type { Page } from 'playwright-core'
import { addDays } from '../../src/platform/values/clock.ts'
import type { Camera, View } from './camera.ts'
import { firstLink, linkTo, one, people, type Stop } from './stop.ts'

const phone: View = { width: 390, height: 844 }

/** An evaluation from its opening to the answers of both sides. */
export const evaluationStops: Stop[] = [
  {
    name: 'cycle-before',
    id: 'Sebelum evaluasi dibuka terlihat berapa isian yang akan dibuat, dan untuk siapa.',
    en: 'Before an evaluation opens you see how many forms it makes, and for whom.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 820 })
      const today = new Date().toISOString().slice(0, 10)
      await page.goto('/evaluasi/baru')
      await page.getByLabel('Nama siklus').fill('Evaluasi Kerja Sama, Jawa Timur')
      const days = { periodFrom: -365, periodTo: -1, opensOn: 0, dueOn: 30, closesOn: 45 }
      for (const [field, ahead] of Object.entries(days)) await page.locator(`[name=${field}]`).fill(addDays(today, ahead))
      await page.getByText('Wilayah', { exact: true }).click()
      await page.getByLabel('KPU Provinsi Jawa Timur').check()
      await page.getByRole('button', { name: 'Simpan siklus' }).click()
      await page.waitForURL(new RegExp(`/evaluasi/${one}`))
      return page
    },
  },
  {
    name: 'cycle-map',
    id: 'Kemajuan 38 provinsi pada satu peta petak, dengan tabel yang sama di bawahnya.',
    en: 'The progress of 38 provinces on one tile map, with the same data as a table beneath.',
    async go(camera) {
      const page = await camera.as(people.officer, { height: 1060 })
      await page.goto('/evaluasi')
      await page
        .getByRole('link', { name: `Evaluasi Kerja Sama ${new Date().getFullYear() - 1}`, exact: true })
        .first()
        .click()
      await page.waitForURL(new RegExp(`/evaluasi/${one}`))
      return page
    },
  },
  {
    name: 'answer',
    id: 'Operator satuan kerja menjawab di telepon; draf tersimpan sendiri, juga tanpa sambungan.',
    en: 'An office answers on a phone; the draft saves itself, also without a connection.',
    async go(camera) {
      const page = await formOf(camera, 'office_operator', phone)
      await page.getByText('Dilaksanakan sebagian').first().click()
      await page
        .getByText(/Draf disimpan/)
        .first()
        .waitFor()
      await page
        .getByText('Dilaksanakan sebagian')
        .first()
        .evaluate(element => element.scrollIntoView({ block: 'center' }))
      return page
    },
  },
  {
    name: 'no-javascript',
    id: 'Tanpa JavaScript formulir yang sama tetap utuh: syarat disebut dengan kalimat, dan draf disimpan dengan tombol.',
    en: 'Without JavaScript the same form is complete: conditions are said in words, and a button saves the draft.',
    async go(camera) {
      const page = await formOf(camera, 'office_operator', { javaScript: false, height: 900 })
      await page.getByText('Dilaksanakan seluruhnya').first().click()
      await page.getByRole('button', { name: 'Simpan draf' }).click()
      await page.getByText('Berhasil').waitFor()
      await page
        .getByText(/^Isi jika/)
        .nth(1)
        .scrollIntoViewIfNeeded()
      return page
    },
  },
  {
    name: 'letter',
    id: 'Mitra diundang dengan surat: satu tautan, tanpa sandi. Tanpa server surel, surat menunggu di sini.',
    en: 'A partner is invited by letter: one link, no password. Without a mail server the letter waits here.',
    async go(camera) {
      const contact = await formOf(camera, 'partner_contact')
      const officer = await camera.as(people.officer)
      await officer.goto(contact.url())
      await officer.getByRole('button', { name: 'Undang' }).click()
      await officer.waitForLoadState()
      return letterTo(camera, await emailOf(contact))
    },
  },
  {
    name: 'partner',
    id: 'Mitra menjawab pertanyaan yang sama dari sisinya; kedua jawaban saling tertutup sampai keduanya terkirim.',
    en: 'The partner answers the same questions from its side; neither sees the other before both have been sent.',
    async go(camera) {
      const letter = await letterTo(camera, await emailOf(await formOf(camera, 'partner_contact')))
      const page = await camera.as(null, { height: 900 })
      await page.goto((await letter.locator('main').textContent())!.match(link)![0])
      await page.locator('main form button').click()
      await page.waitForURL(new RegExp(`/evaluasi/isian/${one}`))
      return page
    },
  },
]

/** The form that waits for the first of those with this role who has one. */
async function formOf(camera: Camera, role: string, view: View = {}): Promise<Page> {
  const page = await camera.as(null, view)
  for (let at = 0; ; at++) {
    await page.goto('/demo')
    await page.locator(`#${role} button`).nth(at).dispatchEvent('click')
    await page.waitForURL(`${camera.address}/`)
    const address = await linkTo(page, `/evaluasi/isian/${one}`)
    if (!address) continue
    await page.goto(address)
    return page
  }
}

async function emailOf(page: Page): Promise<string> {
  await page.goto('/akun')
  return (await page.content()).match(/[\w.]+@[\w.]+\.id/)![0]
}

/** A link that signs in, once the letter lies ready to be handed on. */
const link = /https?:\/\/\S+\/masuk\/tautan\/[\w-]{20,}/

/** The latest letter, as the administrator sees it. */
async function letterTo(camera: Camera, recipient: string): Promise<Page> {
  const page = await camera.as(people.administrator)
  for (let tries = 0; tries < 30; tries++) {
    await page.goto(`/surat?q=${recipient}`)
    await firstLink(page, `/surat/${one}`)
    if (link.test((await page.locator('main').textContent())!)) return page
    await page.waitForTimeout(1000)
  }
  throw new Error(`No letter with a link to ${recipient}`)
}
