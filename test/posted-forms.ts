/*
 * The forms of a page as a browser without scripts knows them, read from our own markup (attributes are always quoted and escaped).
 */

export type Control = {
  tag: 'input' | 'select' | 'textarea' | 'button'
  name: string
  type: string
  id: string
  value: string
  required: boolean
  disabled: boolean
  /** What is chosen and cannot be unchosen: a ticked radio button, a list without an empty choice. */
  chosen: string | undefined
  attributes: Record<string, string>
}
export type PageForm = { action: string; method: string; novalidate: boolean; controls: Control[]; markup: string }

const attributes = String.raw`((?:\s+[\w:-]+(?:="[^"]*")?)*)`

export function formsIn(page: string): PageForm[] {
  return [...page.matchAll(new RegExp(`<form${attributes}\\s*>([\\s\\S]*?)</form>`, 'g'))].map(([, given, inner]) => {
    const own = attributesIn(given!)
    return {
      action: own.action ?? '',
      method: own.method ?? 'get',
      novalidate: 'novalidate' in own,
      controls: controlsIn(inner!),
      markup: inner!,
    }
  })
}

export function controlsIn(markup: string): Control[] {
  const found = markup.matchAll(new RegExp(`<(input|select|textarea|button)${attributes}\\s*/?>`, 'g'))
  return [...found].map(({ 0: whole, 1: tag, 2: given, index }) => {
    const own = attributesIn(given!)
    const inner = markup.slice(index + whole.length)
    const type = own.type ?? { input: 'text', button: 'submit' }[tag!] ?? tag!
    return {
      tag: tag as Control['tag'],
      name: own.name ?? '',
      type,
      id: own.id ?? '',
      value: tag === 'textarea' ? plain(inner.slice(0, inner.indexOf('</textarea>'))) : (own.value ?? ''),
      required: 'required' in own,
      disabled: 'disabled' in own,
      chosen:
        tag === 'select'
          ? chosenIn(inner.slice(0, inner.indexOf('</select>')))
          : type === 'radio' && 'checked' in own
            ? own.value
            : undefined,
      attributes: own,
    }
  })
}

function chosenIn(options: string): string | undefined {
  const all = [...options.matchAll(new RegExp(`<option${attributes}`, 'g'))].map(([, given]) => attributesIn(given!))
  return all.some(({ value }) => value === '') ? undefined : (all.find(option => 'selected' in option) ?? all[0])?.value
}

/** What the summary says: each line with the id that it leads to, if it does. */
export function summaryIn(page: string): { text: string; to: string | undefined }[] | undefined {
  const summary = page.match(/<div class="notice error" role="alert"[^>]*><b[^>]* autofocus[^>]*>([\s\S]*?)<\/div>/)?.[1]
  return summary === undefined
    ? undefined
    : [...summary.matchAll(/<li>(?:<a href="#([^"]*)">)?([\s\S]*?)(?:<\/a>)?<\/li>/g)].map(([, to, text]) => ({ text: plain(text!), to }))
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/\s+([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name!, plain(value ?? '')]))

const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
