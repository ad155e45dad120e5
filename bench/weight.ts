/**
 * How many bytes a page costs over the wire, counted by a real browser in the demo world: with nothing kept from before (a first visit),
 * and with what the first visit left in its cache (a later page); and after how long a first visit can be read and used on a weak line.
 * Exits with 1 when one is over its limit.
 * `npm run bench -- weight [address of a running demo] [--embedded]`
 */
import { connect } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { enter, startDemo } from '../test/browser/demo.ts'
import { launch } from '../test/browser/launch.ts'

const limits = { first: 25_000, later: 10_000, usable: 1500 } // bytes in all: HTML, CSS, script, headers; milliseconds
const weakLine = { latency: 400, downloadThroughput: 256_000 / 8, uploadThroughput: 256_000 / 8 } // milliseconds, bytes a second
const person = 'Bagus Prakoso' // of the national office, so that every list is as long as it gets

const given = process.argv.find(word => word.startsWith('http'))
const demo = given
  ? { address: given, stop: async () => {} }
  : await startDemo(process.argv.includes('--embedded') ? { DATABASE_URL: '' } : {})
const browser = await launch()
const over = await measure(browser, demo.address)
await browser.close()
await demo.stop()
console.log(over.length ? `Over the limit: ${over.join(', ')}` : 'Every page is within its limit')
process.exit(over.length ? 1 : 0)

async function measure(browser: Browser, address: string): Promise<string[]> {
  const over: string[] = []
  console.log(
    `${'page'.padEnd(34)}${'first visit'.padStart(12)}${'requests'.padStart(10)}${'later page'.padStart(12)}${'requests'.padStart(10)}${'usable, ms'.padStart(12)}`,
  )
  const signedIn = await browser.newContext()
  const page = await signedIn.newPage()
  await enter(page, address, person)
  const cookies = await signedIn.cookies()
  for (const [name, path] of await pathsFrom(page, address)) {
    const first = await cold(browser, cookies, address + path)
    await page.goto(address + path) // its own scripts are kept from here on
    const later = await weigh(page, address + path)
    const usable = await usableAfter(browser, cookies, address + path)
    const slow = usable > limits.usable
    console.log(`${name.padEnd(34)}${cell(first, limits.first)}${cell(later, limits.later)}${`${slow ? '!' : ''}${usable}`.padStart(12)}`)
    if (slow) over.push(`${name}, usable`)
    if (first.bytes > limits.first) over.push(`${name}, first visit`)
    if (later.bytes > limits.later) over.push(`${name}, later page`)
  }
  console.log(
    `${'at most'.padEnd(34)}${String(limits.first).padStart(12)}${String(limits.later).padStart(22)}${String(limits.usable).padStart(22)}`,
  )
  return over
}

/** Each page by the way that a person takes to it: the first entry of the list that leads there. */
async function pathsFrom(page: Page, address: string): Promise<[string, string][]> {
  const one = '[0-9a-f-]{36}$'
  const firstLink = async (from: string, to: string): Promise<string> => {
    await page.goto(address + from)
    const links = await page.locator('main a').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
    const found = links.find(link => new RegExp(`^${to}/${one}`).test(link))
    if (!found) throw new Error(`${person} finds no link to ${to} on ${from}`)
    return found
  }
  return [
    ['home', '/'],
    ['agreements', '/perjanjian'],
    ['agreement', await firstLink('/perjanjian', '/perjanjian')],
    ['form of a new agreement', '/perjanjian/baru'],
    ['evaluation form', await firstLink('/evaluasi/isian', '/evaluasi/isian')],
    ['cycle', await firstLink('/evaluasi', '/evaluasi')],
    ['dashboard of a cycle', await firstLink('/laporan', '/laporan/dasbor')],
    ['findings', '/temuan'],
    ['follow-ups', '/tindak-lanjut'],
    ['partners', '/mitra'],
    ['public register', '/daftar-publik'],
  ]
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
type Weight = { bytes: number; requests: number }

/** As somebody who is signed in but has never been here with this browser. */
async function cold(browser: Browser, cookies: Cookies, url: string): Promise<Weight> {
  const context = await browser.newContext()
  await context.addCookies(cookies)
  const weight = await weigh(await context.newPage(), url)
  await context.close()
  return weight
}

/**
 * Milliseconds from the request of a first visit until all of the page is there and drawn, so that it can be read, its links followed and
 * its forms sent; the middle of three.
 */
async function usableAfter(browser: Browser, cookies: Cookies, url: string): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < 3; at++) {
    const context = await browser.newContext()
    await context.addCookies(cookies)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, ...weakLine })
    await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 })
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length)
    times.push(
      await page.evaluate(() => {
        const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
        const [painted] = performance.getEntriesByName('first-contentful-paint')
        return Math.max(document!.responseEnd, painted!.startTime)
      }),
    )
    await context.close()
  }
  return Math.round(times.sort((a, b) => a - b)[1]!)
}

/** Headers and bodies of everything that really came over the wire; what the cache answered counts nothing. */
async function weigh(page: Page, url: string): Promise<Weight> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const weight = { bytes: 0, requests: 0 }
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    if (encodedDataLength === 0) return
    weight.bytes += encodedDataLength
    weight.requests++
  })
  const known = await hasWorker(page)
  const answer = await page.goto(url, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`)
  await session.detach()
  if (known || !(await hasWorker(page))) return weight
  return { bytes: weight.bytes + (await workerBytes(new URL('/sw.js', url))), requests: weight.requests + 1 }
}

/** A service worker is fetched beside the page, by no session of it. */
async function hasWorker(page: Page): Promise<boolean> {
  if (!page.url().startsWith('http')) return false
  return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length > 0)
}

/** Head and body, as they come over the wire. */
async function workerBytes({ hostname, port, pathname }: URL): Promise<number> {
  const socket = connect(Number(port || 80), hostname)
  socket.end(`GET ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept-encoding: gzip, deflate, br\r\nconnection: close\r\n\r\n`)
  let bytes = 0
  for await (const part of socket) bytes += (part as Buffer).byteLength
  return bytes
}

function cell({ bytes, requests }: Weight, limit: number): string {
  return `${bytes > limit ? '!' : ''}${bytes}`.padStart(12) + String(requests).padStart(10)
}
