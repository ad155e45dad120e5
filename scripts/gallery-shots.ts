import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * Photographs the gallery (`node build/gallery-shots.js [page …]`) at 360, 768 and 1280 px in both themes into `build/shots/`, and lets
 * axe-core judge each page at 360 and 1280. Ends with 1 when axe finds anything or a page is wider than its window.
 */
const root = join(import.meta.dirname, '..')
const gallery = join(root, 'build', 'gallery')
const shots = join(root, 'build', 'shots')
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

mkdirSync(shots, { recursive: true })
const server = createServer((request, response) => {
  const file = join(gallery, new URL(request.url ?? '/', 'http://x').pathname)
  const found = existsSync(file) && extname(file) !== ''
  response.writeHead(found ? 200 : 404, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': policy })
  response.end(found ? readFileSync(file) : '')
})
await new Promise<void>(ready => server.listen(0, ready))
const { port } = server.address() as { port: number }

const wanted = process.argv.slice(2)
const pages = readdirSync(gallery).filter(
  file => file.endsWith('.id.html') && (wanted.length === 0 || wanted.includes(file.replace('.id.html', ''))),
)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
let wrong = 0
for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 768, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: false })
    const tab = await context.newPage()
    tab.on('console', message => {
      if (message.type() !== 'error' || message.text().includes('404')) return
      console.log(`${message.location().url}: ${message.text()}`)
      wrong++
    })
    for (const file of pages) {
      await tab.goto(`http://localhost:${port}/${file}`)
      const name = `${file.replace('.id.html', '')}-${width}-${colorScheme}`
      await tab.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0 && !file.includes('document')) wrong += report(name, `wider than the window by ${wide} px`)
      if (width === 768) continue
      await tab.evaluate(`(() => { const module = undefined, exports = undefined; ${axe} })()`)
      const found = (await tab.evaluate(
        'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
      )) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
      for (const { id, nodes } of found.violations)
        wrong += report(name, `${id} ×${nodes.length}\n   ${nodes[0]?.html.slice(0, 200)}\n   ${nodes[0]?.failureSummary}`)
    }
    await context.close()
  }
await browser.close()
server.close()
console.log(wrong ? `${wrong} things to mend` : `${pages.length} pages, nothing found`)
process.exitCode = wrong ? 1 : 0

function report(page: string, what: string): number {
  console.log(`${page}: ${what}`)
  return 1
}
