import type { Page } from 'playwright-core'

/**
 * What a reader of the page does not get to see whole: text that its box cuts off, boxes that scroll sideways although they hold no table nor a line of links,
 * and text that lies upon other text.
 */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const named = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}”`
    for (const folded of document.querySelectorAll('details')) folded.open = true
    const found: string[] = []
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const unseen = (element: Element) => element.matches('.unseen, .unseen *') || element.clientWidth <= 1 || element.clientHeight <= 1
    for (const element of document.querySelectorAll('body *')) {
      if (!(element instanceof HTMLElement) || !element.textContent.trim() || !seen(element) || unseen(element)) continue
      const { overflowX, overflowY } = getComputedStyle(element)
      const [wide, tall] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight]
      if (/hidden|clip/.test(overflowX) && wide > 1) found.push(`cut by ${wide} px: ${named(element)}`)
      if (/hidden|clip/.test(overflowY) && tall > 2) found.push(`cut below by ${tall} px: ${named(element)}`)
      if (/auto|scroll/.test(overflowX) && wide > 1 && !element.matches(':has(> table), .tabs ul, .anchors'))
        found.push(`scrolls by ${wide} px: ${named(element)}`)
    }
    for (const field of document.querySelectorAll<HTMLElement>('button, .button, input[type=submit]'))
      if (seen(field) && !unseen(field) && field.scrollWidth - field.clientWidth > 1) found.push(`wider than its box: ${named(field)}`)
    return [...found, ...overlapping()]

    function overlapping(): string[] {
      const boxes: { node: Text; rect: DOMRect }[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const parent = node.parentElement!
        if (!node.nodeValue!.trim() || parent.closest('svg, script, style, .unseen, dialog') || !seen(parent) || lifted(parent)) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const rect of range.getClientRects()) if (rect.width > 2 && rect.height > 2) boxes.push({ node, rect })
      }
      boxes.sort((a, b) => a.rect.top - b.rect.top)
      const over: string[] = []
      boxes.forEach(({ node, rect }, at) => {
        for (let next = at + 1; next < boxes.length && boxes[next]!.rect.top < rect.bottom - 4; next++) {
          const other = boxes[next]!
          const wide = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left)
          const tall = Math.min(rect.bottom, other.rect.bottom) - other.rect.top
          if (other.node !== node && wide > 3 && tall > 4)
            over.push(`“${node.nodeValue!.trim().slice(0, 40)}” lies upon “${other.node.nodeValue!.trim().slice(0, 40)}”`)
        }
      })
      return over
    }
    function lifted(element: Element | null): boolean {
      for (let each = element; each && each !== document.body; each = each.parentElement) {
        const { position, overflowX } = getComputedStyle(each)
        if (
          position === 'fixed' ||
          position === 'sticky' ||
          position === 'absolute' ||
          each.clientWidth === 1 ||
          (overflowX === 'auto' && each.matches(':has(> table)'))
        )
          return true
      }
      return false
    }
  })
