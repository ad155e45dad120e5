import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { enter } from '../../test/browser/demo.ts'

export type View = { width?: number; height?: number; javaScript?: boolean; language?: 'id' | 'en'; isDark?: boolean }
export type Camera = {
  address: string
  /** A browser of its own, of somebody of the demo world or of nobody. */
  as(name: string | null, view?: View): Promise<Page>
  /** Writes what is in the window as WebP of at most `most` bytes, 1000 pixels wide or less. */
  shoot(page: Page, path: string, most: number): Promise<number>
  close(): Promise<void>
}

export function openCamera(browser: Browser, address: string): Camera {
  const contexts: BrowserContext[] = []
  return {
    address,
    async as(name, { width = 1200, height = 800, javaScript = true, language = 'id', isDark = false } = {}) {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width, height },
        locale: language,
        colorScheme: isDark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        javaScriptEnabled: javaScript,
      })
      context.setDefaultTimeout(60_000)
      contexts.push(context)
      await context.addCookies([{ name: 'bahasa', value: language, url: address }])
      const page = await context.newPage()
      if (name) await enter(page, address, name)
      return page
    },
    shoot,
    async close() {
      for (const context of contexts) await context.close()
    },
  }
}

const widest = 1000 // pixels of a picture

async function shoot(page: Page, path: string, most: number): Promise<number> {
  const session = await page.context().newCDPSession(page)
  mkdirSync(dirname(path), { recursive: true })
  const [x, y, width, height] = (await page.evaluate('[scrollX, scrollY, innerWidth, innerHeight]')) as [number, number, number, number]
  const clip = { x, y, width, height, scale: Math.min(1, widest / width) }
  for (const quality of [80, 65, 50, 35, 20]) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, clip })
    const bytes = Buffer.from(data, 'base64')
    if (bytes.byteLength > most) continue
    writeFileSync(path, bytes)
    await session.detach()
    return bytes.byteLength
  }
  throw new Error(`${path} does not fit into ${most} bytes`)
}
