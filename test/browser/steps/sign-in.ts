import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { type Application, type Member, password } from '../application.ts'
import { fits, type Visitor, visitor } from '../visitor.ts'

/** Opens a window of their own and signs in by the form. */
export async function signIn(
  browser: Browser,
  { url }: Application,
  { name, email }: Member,
  options = { scripts: true },
): Promise<Visitor> {
  const person = await visitor(browser, url, options)
  const { page } = person
  await page.goto('/')
  await page.getByLabel('Surel').fill(email)
  await page.getByLabel('Kata sandi').fill(password)
  await fits(person, 'masuk')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL(`${url}/`)
  expect(await page.locator('header').textContent()).toContain(name)
  return person
}

/** Without a mail server the administrator finds each letter under `Surat`, with the link that is in it. */
export async function linkInKeptLetter(administrator: Visitor, to: string, subject: RegExp): Promise<string> {
  const { page } = administrator
  await page.goto(`/surat?q=${encodeURIComponent(to)}`)
  await fits(administrator, 'surat')
  await page.getByRole('link', { name: subject }).click()
  const letter = await page.locator('pre.letter').textContent()
  await fits(administrator, 'surat-satu')
  return letter!.match(/https?:\/\/\S+/)![0]
}

/** The link opens a page with one button: nothing that only looks at a link uses it up. */
export async function enterByLink(browser: Browser, { url }: Application, link: string, name: string): Promise<Visitor> {
  const contact = await visitor(browser, url, { scripts: false })
  const { page } = contact
  await page.goto(link)
  await fits(contact, 'tautan')
  await page.getByRole('button', { name: `Masuk sebagai ${name}` }).click()
  return contact
}
