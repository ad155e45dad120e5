import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** A headless Chromium: the machine's own if it has one, else the binary of the npm package. */
export async function launch(): Promise<Browser> {
  const own = '/usr/bin/chromium'
  if (existsSync(own)) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] })
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packed.executablePath(), args: packed.args })
}
