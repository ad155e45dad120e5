/**
 * `npm run tour`: makes the demo world, walks through it as the people in it would, and writes a small picture of each stop into
 * `docs/tour/`, the page `docs/tour.md` that shows them in order, and `docs/home.webp`; then the pictures of the guides, in both languages,
 * into `docs/help/`.
 * `npm run tour -- http://localhost:8080 [stop …]` walks through a demo world that already runs (and changes it), or only to some stops.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictures } from '../src/modules/help/schema/pictures.ts'
import { root } from '../src/platform/process/root.ts'
import { startDemo } from '../test/browser/demo.ts'
import { launch } from '../test/browser/launch.ts'
import { type Camera, openCamera } from './tour/camera.ts'
import { type GuidePicture, guidePictures } from './tour/guides.ts'
import { journey } from './tour/journey.ts'
import { type MainPage, mainPages, shootMainPage } from './tour/main-pages.ts'
import type { Stop } from './tour/stop.ts'

const limits = { stop: 60_000, home: 100_000, guide: 30_000, main: 45_000 } // bytes a picture
const [given, ...names] = process.argv.slice(2)
const demo = given ? { address: given, stop: async () => {} } : await startDemo({ DATABASE_URL: '' }, line => console.log(line))
const browser = await launch()
const camera = openCamera(browser, demo.address)
const stops = journey.filter(({ name }) => !names.length || names.includes(name))
if (!names.length) rmSync(join(root, 'docs/tour'), { recursive: true, force: true })
try {
  for (const one of mainPages) if (!names.length || names.includes(one.name)) await mainPicture(camera, one)
  for (const one of guidePictures) if (!names.length || names.includes(one.task)) await guidePicture(camera, one)
  for (const stop of stops) await picture(camera, stop)
  if (!names.length) writeFileSync(join(root, 'docs/tour.md'), pageOf(journey))
} finally {
  await camera.close()
  await browser.close()
  await demo.stop()
}

async function picture(camera: Camera, { name, go }: Stop): Promise<void> {
  const page = await go(camera)
  const bytes = await camera.shoot(page, join(root, 'docs/tour', `${name}.webp`), limits.stop)
  console.log(`docs/tour/${name}.webp ${bytes} bytes, ${new URL(page.url()).pathname}`)
  if (name === 'home') await camera.shoot(page, join(root, 'docs/home.webp'), limits.home)
}

async function mainPicture(camera: Camera, one: MainPage): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    const file = mainFile(one, theme)
    const bytes = await shootMainPage(camera, one, theme === 'dark', join(root, 'docs', file), limits.main)
    console.log(`docs/${file} ${bytes} bytes`)
  }
}

function mainFile({ name }: MainPage, theme: 'light' | 'dark'): string {
  return `tour/pages/${name}-${theme}.webp`
}

async function guidePicture(camera: Camera, { task, go }: GuidePicture): Promise<void> {
  for (const language of ['id', 'en'] as const) {
    const page = await go(camera, { ...pictures[task], language })
    const path = join(root, 'docs/help', `${task}-${language}.webp`)
    console.log(`docs/help/${task}-${language}.webp ${await camera.shoot(page, path, limits.guide)} bytes, ${new URL(page.url()).pathname}`)
  }
}

function pageOf(stops: readonly Stop[]): string {
  const shown = stops.map(({ name, id, en }, at) => `## ${at + 1}\n${id}\n*${en}*\n\n![${en}](tour/${name}.webp)\n`)
  const main = mainPages.map(
    one => `### ${one.id} / ${one.en}\n![${one.en}, light](${mainFile(one, 'light')})\n![${one.en}, dark](${mainFile(one, 'dark')})\n`,
  )
  return `# Tur / Tour\n\nDibuat oleh \`npm run tour\` dari dunia contoh; semua nama dan angka adalah contoh.\n*Made by \`npm run tour\` from the demo world; all names and numbers are examples.*\n\n${shown.join('\n')}\n## Halaman utama / Main pages\nDi layar 1280 dan 360 piksel, terang dan gelap.\n*At 1280 and 360 pixels, light and dark.*\n\n${main.join('\n')}`
}
