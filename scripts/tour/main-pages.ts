import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { Camera, View } from './camera.ts'
import { firstLink, one, people } from './stop.ts'

/** A main page: who looks at it, and how they come there. */
export type MainPage = { name: string; id: string; en: string; who: string | null; go(page: Page): Promise<unknown> }

const at = (address: string) => (page: Page) => page.goto(address)
const first = (list: string, address: string) => async (page: Page) => {
  await page.goto(list)
  await firstLink(page, address)
}

export const mainPages: readonly MainPage[] = [
  { name: 'door', id: 'Masuk', en: 'Signing in', who: null, go: at('/masuk') },
  { name: 'start', id: 'Beranda', en: 'Home', who: people.officer, go: at('/') },
  { name: 'list', id: 'Daftar perjanjian', en: 'The list of agreements', who: people.officer, go: at('/perjanjian?status=berlaku') },
  {
    name: 'one',
    id: 'Satu perjanjian',
    en: 'An agreement',
    who: people.officer,
    go: first('/perjanjian?status=expiring', `/perjanjian/${one}`),
  },
  { name: 'institution', id: 'Satu mitra', en: 'A partner', who: people.officer, go: first('/mitra?q=kejaksaan', `/mitra/${one}`) },
  { name: 'evaluation', id: 'Evaluasi', en: 'Evaluation', who: people.officer, go: at('/evaluasi') },
  { name: 'form', id: 'Isian', en: 'A form', who: people.operator, go: first('/', `/evaluasi/isian/${one}`) },
  { name: 'findings', id: 'Temuan', en: 'Findings', who: people.officer, go: at('/temuan') },
  {
    name: 'follow-up',
    id: 'Satu tindak lanjut',
    en: 'A follow-up',
    who: people.officer,
    go: first('/tindak-lanjut', `/tindak-lanjut/${one}`),
  },
  {
    name: 'figures',
    id: 'Dasbor siklus',
    en: 'The dashboard of a cycle',
    who: people.officer,
    go: first('/laporan', `/laporan/dasbor/${one}`),
  },
]

const desk = { width: 1280, height: 800 }
const phone = { width: 360, height: 800 }
const height = 500 // pixels of the picture, in which both stand beside each other
const gap = 12

/** Writes a main page as it stands on a desk and on a phone, beside each other, as WebP of at most `most` bytes; answers with how many. */
export async function shootMainPage(camera: Camera, { who, go }: MainPage, isDark: boolean, path: string, most: number): Promise<number> {
  const [wide, narrow] = [await drawn(camera, who, go, { ...desk, isDark }), await drawn(camera, who, go, { ...phone, isDark })]
  const widths = [desk, phone].map(each => Math.round((each.width * height) / each.height)) as [number, number]
  const canvas = { width: widths[0] + gap + widths[1], height, channels: 3 as const, background: isDark ? '#444' : '#bbb' }
  const parts = [
    { input: await sharp(wide).resize(widths[0], height).toBuffer(), left: 0, top: 0 },
    { input: await sharp(narrow).resize(widths[1], height).toBuffer(), left: widths[0] + gap, top: 0 },
  ]
  for (const quality of [70, 55, 40, 25]) {
    const picture = await sharp({ create: canvas }).composite(parts).webp({ quality, effort: 6 }).toBuffer()
    if (picture.byteLength > most) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, picture)
    return picture.byteLength
  }
  throw new Error(`${path} does not fit into ${most} bytes`)
}

async function drawn(camera: Camera, who: string | null, go: MainPage['go'], view: View): Promise<Buffer> {
  const page = await camera.as(who, view)
  await go(page)
  await page.waitForLoadState('networkidle')
  return page.screenshot()
}
