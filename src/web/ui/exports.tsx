import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Icon } from './icon.tsx'

type ExportsProps = { hrefs: Partial<Record<'csv' | 'xlsx' | 'json' | 'pdf' | 'docx', string>>; total?: number | undefined }

/** Downloads of exactly what is filtered: `<Exports total={312} hrefs={{ csv: '/api/v1/…', xlsx: … }} />`. */
export function Exports({ hrefs, total }: ExportsProps) {
  const w = useWords(words)
  return (
    <p class="exports">
      <Icon name="download" />
      {total === undefined ? w.download : w.downloadRows({ count: total })}
      {Object.entries(hrefs).map(([format, href]) => (
        <a href={href} download>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  )
}
