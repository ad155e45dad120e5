import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Actor } from '../../src/platform/authority/actor.ts'
import type { Locale } from '../../src/platform/i18n/words.ts'
import { root } from '../../src/platform/process/root.ts'
import { app, browser as session } from '../world.ts'

/**
 * The application of `test/world.ts` on a port of its own, with the assets of a fresh build; comes before any page is drawn, since the list
 * of assets is read once.
 */
export async function serveWorld(): Promise<{ url: string; close(): Promise<void> }> {
  await (await import(join(root, 'bin/build.js'))).build()
  const server = await new Promise<ReturnType<typeof serve>>(listening => {
    const made = serve({ fetch: withAxe, port: 0, hostname: 'localhost' }, () => listening(made))
  })
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise(closed => server.close(closed))
    },
  }
}

/** A script of the site, so that the browser keeps it compiled: put into each page anew it costs four times as much as the page. */
export const withAxe = (request: Request, bindings: object): Response | Promise<Response> =>
  new URL(request.url).pathname === axeAt
    ? new Response(axe, { headers: { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600, immutable' } })
    : app.fetch(request, bindings)

/** A window of somebody who is signed in (or of a stranger); `complaints` holds what the browser says is wrong. */
export async function windowOf(
  browser: Browser,
  url: string,
  actor: Actor | null,
  { locale = 'id' as Locale } = {},
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } })
  const cookies = [`bahasa=${locale}`, (await session(actor)).cookie].filter(Boolean)
  await context.addCookies(cookies.map(cookie => ({ url, name: cookie.split('=')[0]!, value: cookie.slice(cookie.indexOf('=') + 1) })))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  return { context, page, complaints }
}

/** What axe finds, one line each; with `only`, these rules alone, with `without`, not in these parts. */
export async function judged(page: Page, { only, without = [] }: { only?: string[]; without?: string[] } = {}): Promise<string[]> {
  const runOnly = only
    ? { type: 'rule', values: only }
    : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
  await page.evaluate(loadAxe, axeAt)
  return page.evaluate(
    async ({ runOnly, exclude }) => {
      const context = exclude.length ? { exclude } : document
      const { violations } = await (window as any).axe.run(context, { runOnly, resultTypes: ['violations'], preload: false })
      return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        nodes.slice(0, 3).map(node => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`),
      )
    },
    { runOnly, exclude: without },
  )
}

/** Runs in the page. */
const loadAxe = (at: string): Promise<unknown> | undefined => {
  if ('axe' in window) return
  const script = Object.assign(document.createElement('script'), { src: at })
  const loaded = new Promise((done, fail) => {
    script.onload = done
    script.onerror = () => fail(new Error('axe was not loaded'))
  })
  document.head.append(script)
  script.remove()
  return loaded
}

/** The answer is a page in its language with one heading of the first level and a title, and nothing to press is without a word. */
export async function basics(page: Page, status: number, locale: string): Promise<string[]> {
  const { lang, headings, title, bare } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    bare: [...document.querySelectorAll('a[href], button, summary')]
      .filter(element => !(element.textContent.trim() || element.ariaLabel || element.querySelector('img[alt]:not([alt=""])')))
      .map(element => element.outerHTML.slice(0, 160)),
  }))
  const unknown = page.url().includes('tidak-ada') && status === 410
  return [
    ...(status === 200 || unknown ? [] : [`answers ${status} at ${page.url()}`]),
    ...(lang === locale ? [] : [`lang is ${lang}`]),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(title ? [] : ['no title']),
    ...bare.map(each => `without a word: ${each}`),
  ]
}

/** A desk and a telephone, first the one that the window already is: each change of size costs a layout. */
export const widthsOf = (page: Page): number[] => [360, 1280].toSorted(one => (one === page.viewportSize()!.width ? -1 : 1))
export async function toWidth(page: Page, width: number): Promise<void> {
  if (page.viewportSize()!.width !== width) await page.setViewportSize({ width, height: 800 })
}

/** By how many pixels the page is wider than its window, and what sticks out. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const over = document.scrollingElement!.scrollWidth - innerWidth
    if (over <= 0) return []
    const out = [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > innerWidth + 0.5)
    const named = out.slice(-3).map(element => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`)
    return [`${over} px wider than ${innerWidth} px: ${named.join(' ')}`]
  })

const axeAt = '/axe.js'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
