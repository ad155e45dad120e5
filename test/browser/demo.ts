import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { freePort } from '../../bin/free-port.js'
import { root } from '../../src/platform/process/root.ts'

export type Demo = { address: string; stop(): Promise<void> }

/**
 * The demo world as `npm run demo` makes it, in a folder of its own and on a free port. Takes a minute or so; `say` hears what it prints.
 */
export async function startDemo(environment: NodeJS.ProcessEnv, say: (line: string) => void = () => {}): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-demo-'))
  const port = String(await freePort()) // known beforehand, since letters carry the address
  const env = { ...process.env, ...environment, BASE_URL: '', PORT: port, LOG_LEVEL: 'error', DATA_DIR: folder }
  const child = spawn(process.execPath, [join(root, 'build', 'main.js'), '--demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  return {
    address: await addressOf(child, say),
    async stop() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGTERM')
      const late = setTimeout(kill, 60_000)
      await ended
      clearTimeout(late)
      process.off('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What it prints once it listens; one that does not within ten minutes is ended. */
const addressOf = (child: ChildProcess, say: (line: string) => void): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = ''
    const late = setTimeout(() => child.kill('SIGKILL'), 600_000)
    child.once('exit', () => clearTimeout(late))
    child.once('exit', code => reject(new Error(`The demo world ended with ${code}`)))
    child.stdout?.on('data', data => {
      const lines = `${printed}${data}`.split('\n')
      printed = lines.pop()!
      for (const line of lines) {
        say(line)
        const address = line.match(/^Sinergi: (http:\S+?)\/demo$/)?.[1]
        if (!address) continue
        clearTimeout(late)
        resolve(address)
      }
    })
  })

/** Comes in as somebody, by name, on the page that only the demo world has. */
export async function enter(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/demo`)
  const button = page.getByRole('button', { name })
  if (!(await button.isVisible())) await page.locator('main summary').click() // those whom one does not begin with are folded
  await button.click()
  await page.waitForURL(`${address}/`)
}
