import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

/**
 * A headless Chromium, drawn without a graphics card: the one of the npm package, the same on every machine and without the windows of a
 * whole browser, which Debian's starts with each page; Debian's where the package's does not run. The package's own switches are for
 * another place: in one process with its pages it ends when the last of them is closed.
 */
export async function launch(): Promise<Browser> {
  const { default: packed } = await import('@sparticuz/chromium')
  try {
    return await chromium.launch({ executablePath: await packed.executablePath(), args })
  } catch (error) {
    const own = '/usr/bin/chromium'
    if (!existsSync(own)) throw error
    return chromium.launch({ executablePath: own, args })
  }
}

/** The same with a folder of its own, in which it keeps what it holds when it is closed; one that breaks down while it starts, once more. */
export async function launchKept(folder: string): Promise<BrowserContext> {
  const { default: packed } = await import('@sparticuz/chromium')
  const options = { executablePath: await packed.executablePath(), args, locale: 'id-ID' }
  return chromium.launchPersistentContext(folder, options).catch(() => chromium.launchPersistentContext(folder, options))
}

const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']
