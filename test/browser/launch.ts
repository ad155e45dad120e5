import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/**
 * A headless Chromium, drawn without a graphics card: the machine's own if it has one, else the binary of the npm package. That
 * package's own switches are for another place: in one process with its pages it ends when the last of them is closed.
 */
export async function launch(): Promise<Browser> {
  const own = '/usr/bin/chromium'
  if (existsSync(own)) return chromium.launch({ executablePath: own, args })
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packed.executablePath(), args })
}

const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']
