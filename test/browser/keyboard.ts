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

/**
 * Presses Tab from the top until the page is left: what was reached, what of it had no focus to be seen, and whether the page was left at
 * all. The page itself notes where each press has led, before the next one: asking it after each takes longer than all else.
 */
export async function walk(page: Page): Promise<{ reached: string[]; unseen: string[]; left: boolean }> {
  await page.evaluate(noteStops, { selector: interactive, name: nameOf })
  for (let press = 0; press < 600; press += 20) {
    await Promise.all(Array.from({ length: 20 }, () => page.keyboard.press('Tab')))
    const walked = await page.evaluate(() => (window as unknown as { walked: Walked }).walked)
    if (walked.left) return walked
  }
  return { ...(await page.evaluate(() => (window as unknown as { walked: Walked }).walked)), left: false }
}

type Walked = { reached: string[]; unseen: string[]; left: boolean }

/** Runs in the page. */
function noteStops({ selector, name }: { selector: string; name: string }): void {
  const label = new Function('element', `return (${name})(element)`) as (element: Element) => string
  const walked: Walked = { reached: [], unseen: [], left: false }
  let first: Element | undefined
  let last: Element | undefined
  let pressed = false
  const note = () => {
    const element = document.activeElement
    if (walked.left || !pressed) return
    if (!element || element === document.body || (element === first && element !== last)) {
      walked.left = true // out of the page, or round again
      return
    }
    if (element === last) return // the parts of a date are stops of their own
    first ??= element
    last = element
    const marked = [element, ...element.querySelectorAll('rect')]
      .map(each => getComputedStyle(each))
      .some(
        style => (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 1) || Number.parseFloat(style.strokeWidth) >= 3,
      )
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const within = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    if (!(marked && within)) walked.unseen.push(label(element))
    if (element.matches(selector)) walked.reached.push(label(element))
  }
  addEventListener(
    'keydown',
    ({ key }) => {
      note()
      if (key === 'Tab') pressed = true
    },
    true,
  )
  Object.assign(window, { walked })
}

/** What has the focus, in words. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

const interactive = ':is(a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]):not([tabindex="-1"])'
/** Runs in the page. */
const nameOf = `element => [element.tagName.toLowerCase(), element.id, element.getAttribute('name'), element.getAttribute('value'), element.getAttribute('href'), (element.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 40)].filter(Boolean).join(' ')`
