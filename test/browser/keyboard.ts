import type { Page } from 'playwright-core'

/** What Tab should reach, in the order of the page: of radio buttons of one name the chosen one, else the first. */
export const tabbable = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ selector, name }) => {
      const label = new Function('element', `return (${name})(element)`) as (element: Element) => string
      return [...document.querySelectorAll(selector)]
        .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'))
        .filter(element => {
          if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
          const group = [...(element.form ?? document).querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
            radio => radio.name === element.name && radio.checkVisibility(),
          )
          return element === (group.find(radio => radio.checked) ?? group[0])
        })
        .map(label)
    },
    { selector: interactive, name: nameOf },
  )

/** Presses Tab from the top until the page is left: what was reached, what of it had no focus to be seen, and whether the page was left at all. */
export async function walk(page: Page): Promise<{ reached: string[]; unseen: string[]; left: boolean }> {
  const reached: string[] = []
  const unseen: string[] = []
  for (let press = 0; press < 600; press++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(
      ({ selector, name }) => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        const label = new Function('element', `return (${name})(element)`) as (element: Element) => string
        const marks = [element, ...element.querySelectorAll('rect')].map(each => getComputedStyle(each))
        const marked = marks.some(
          style =>
            (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 1) || Number.parseFloat(style.strokeWidth) >= 3,
        )
        const { top, bottom, left, right } = element.getBoundingClientRect()
        const within = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
        const before = window as { firstFocused?: Element; lastFocused?: Element }
        const again = before.lastFocused === element
        if (before.firstFocused === element && !again) return null // round again
        before.firstFocused ??= element
        before.lastFocused = element
        return { text: label(element), ours: element.matches(selector), seen: marked && within, again }
      },
      { selector: interactive, name: nameOf },
    )
    if (!at) return { reached, unseen, left: true }
    if (at.again) continue // the parts of a date are stops of their own
    if (!at.seen) unseen.push(at.text)
    if (at.ours) reached.push(at.text)
  }
  return { reached, unseen, left: false }
}

/** What has the focus, in words. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

const interactive = ':is(a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]):not([tabindex="-1"])'
/** Runs in the page. */
const nameOf = `element => [element.tagName.toLowerCase(), element.id, element.getAttribute('name'), element.getAttribute('value'), element.getAttribute('href'), (element.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 40)].filter(Boolean).join(' ')`
