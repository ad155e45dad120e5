import type { Page } from 'playwright-core'

/** Words that the page breaks in their middle, each with its neighbours; what is longer than a line of a telephone may break. */
export const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const lines = (range: Range) =>
      new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top / 4)))
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue!
      if (!text.trim() || node.parentElement!.closest('script, style, svg, .unseen') || !node.parentElement!.checkVisibility()) continue
      if (['thead', 'th'].some(each => node.parentElement!.closest(each)?.clientWidth === 1)) continue // read out only
      const range = document.createRange()
      range.selectNodeContents(node)
      if (lines(range).size < 2) continue
      for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}]{2,30}/gu)) {
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        if (lines(range).size > 1 && !/^[0-9a-f]{24,}$/.test(word))
          found.push(`${word} in "${text.slice(Math.max(0, index - 20), index + word.length + 20)}"`)
      }
    }
    return found
  })

/**
 * What is of no use on paper and yet would be printed: things to press or to fill in, heads of tables that do not come again, and charts
 * that are taller than a page of A4 within its margins, which tears them.
 */
export const printedInVain = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll('button, .button, nav:not(.pager), input:not([type=hidden]), select, [role=button]'),
    ].filter(
      element =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('main form:not(.filters)'),
    )
    const heads = [...document.querySelectorAll('thead')].filter(head => getComputedStyle(head).display !== 'table-header-group')
    const bare = [...document.querySelectorAll('.part')].filter(
      part => part.checkVisibility() && [...part.children].every(child => child.matches('.part-head, .actions')),
    )
    const tall = [...document.querySelectorAll('.chart')].filter(chart => chart.getBoundingClientRect().height > 971)
    return [
      ...tall.map(chart => `taller than a page: ${chart.querySelector('b')!.textContent}`),
      ...bare.map(part => `a heading with nothing below it: ${part.textContent}`),
      ...shown.map(element => `printed: ${element.outerHTML.slice(0, 140)}`),
      ...heads.map(head => `a head of a table that does not come again: ${head.textContent.slice(0, 80)}`),
    ]
  })
  await page.emulateMedia({ media: 'screen' })
  return found
}
