import type { Page } from 'playwright-core'
import type { pictures } from '../../src/modules/help/schema/pictures.ts'
import type { Camera, View } from './camera.ts'
import { firstLink, one, people } from './stop.ts'

export type GuidePicture = { task: keyof typeof pictures; go(camera: Camera, view: View): Promise<Page> }

/** What the guides show, each in both languages; nothing is changed for them. */
export const guidePictures: GuidePicture[] = [
  {
    task: 'evaluation-answer',
    async go(camera, view) {
      const page = await camera.as('Deni Kurniawan', view)
      await page.goto('/evaluasi')
      await firstLink(page, `/evaluasi/isian/${one}`)
      return page
    },
  },
  {
    task: 'evaluation-watch',
    async go(camera, view) {
      const page = await camera.as('Bagus Prakoso', view)
      await page.goto('/evaluasi')
      await firstLink(page, `/evaluasi/${one}`)
      return page
    },
  },
  {
    task: 'agreement-renew',
    async go(camera, view) {
      const page = await camera.as('Bagus Prakoso', view)
      await page.goto('/perjanjian?status=expiring')
      await firstLink(page, `/perjanjian/${one}`)
      return page
    },
  },
  {
    task: 'agreement-record',
    async go(camera, view) {
      const page = await camera.as('Bagus Prakoso', view)
      await page.goto('/perjanjian')
      return page
    },
  },
  {
    task: 'finding-plan',
    async go(camera, view) {
      const page = await camera.as('Bagus Prakoso', view)
      await page.goto('/temuan?status=open')
      await firstLink(page, `/temuan/${one}`)
      return page
    },
  },
  {
    task: 'followup-verify',
    async go(camera, view) {
      const page = await camera.as('Endang Purwaningsih', view)
      await page.goto('/tindak-lanjut?periksa=ya')
      await firstLink(page, `/tindak-lanjut/${one}`)
      return page
    },
  },
  {
    task: 'person-register',
    async go(camera, view) {
      const page = await camera.as(people.administrator, view)
      await page.goto('/orang/baru')
      return page
    },
  },
  {
    task: 'report-read',
    async go(camera, view) {
      const page = await camera.as('Bagus Prakoso', view)
      await page.goto('/laporan')
      await firstLink(page, `/laporan/dasbor/${one}`)
      return page
    },
  },
]
