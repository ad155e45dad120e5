import { Icon } from '../ui/icon.tsx'
import { withQuery } from '../ui/url.ts'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'

type ExportsProps = {
  path: string
  formats: readonly string[]
  total?: number | undefined
  /** What the list was asked: `ListQuery.asks`. */
  asks?: Readonly<Record<string, unknown>> | undefined
}

/** Downloads of exactly what is filtered: the same question put to the program's door, `path`. */
export function Exports({ path, formats, asks, total }: ExportsProps) {
  const w = useWords(words)
  return (
    <p class="exports">
      <Icon name="download" />
      <span>{total === undefined ? w.download : w.downloadRows({ count: total })}</span>
      {formats.map(format => (
        <a href={exportAddress(path, format, asks)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  )
}

export const exportAddress = (path: string, format: string, asks: ExportsProps['asks'] = {}): string =>
  withQuery(path, { format, ...Object.fromEntries(Object.entries(asks).map(([name, value]) => [name, String(value)])) })
