import type { Page } from 'playwright-core'
import type { Camera } from './camera.ts'

/** One picture: `go` does what a person would do and ends on the page to show. */
export type Stop = { name: string; id: string; en: string; go(camera: Camera): Promise<Page> }

/** Those of the demo world who walk through it. */
export const people = {
  officer: 'Bagus Prakoso',
  administrator: 'Ratna Dewi Lestari',
  operator: 'Deni Kurniawan',
}
export const one = '[0-9a-f-]{36}'

/** The address of the first link on the page that looks so, or nothing. */
export async function linkTo(page: Page, address: string): Promise<string | undefined> {
  const links = await page.locator('main a').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  return links.find(link => new RegExp(`^${address}$`).test(link))
}

/** Follows it; a page without one is a fault of the journey. */
export async function firstLink(page: Page, address: string): Promise<string> {
  const found = await linkTo(page, address)
  if (!found) throw new Error(`No link to ${address} on ${page.url()}`)
  await page.goto(found)
  return found
}
