/** A part of a text that can be pressed. */
export type Link = { href: string; label: string }

/**
 * A text with the web addresses in it taken out as links: `http` and `https` alone, without what ends the sentence, and none that names
 * somebody before an `@`, since that hides where it leads.
 */
export function linked(text: string): (string | Link)[] {
  const parts: (string | Link)[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(/\bhttps?:\/\/[^\s<>"']+/gi)) {
    const label = balanced(found.replace(closing, ''))
    const href = label.length <= longest ? addressOf(label) : null
    if (!href) continue
    parts.push(text.slice(from, index), { href, label })
    from = index + label.length
  }
  parts.push(text.slice(from))
  return parts.filter(part => part !== '')
}

/** Longer than any browser opens everywhere. */
const longest = 2000

/** Looked at once and not again from each sign of a long run: a text is written by whoever likes. */
const closing = /(?<![.,;:!?…])[.,;:!?…]+$/

/** A bracket that was opened before the address closes behind it. */
function balanced(address: string): string {
  const cut = /(?<![)\]}])[)\]}]+$/.exec(address)
  if (!cut || /[([{]/.test(address)) return address
  return address.slice(0, cut.index).replace(closing, '')
}

function addressOf(label: string): string | null {
  const url = URL.parse(label)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password ? url.href : null
}
