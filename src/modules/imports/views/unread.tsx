import { formatNumber } from '../../../platform/i18n/format.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Columns, Unread } from '../schema/files.ts'
import { type ImportWords, words } from '../words.ts'

/** What of the file is in no row, with its text: nothing is passed over in silence. */
export function UnreadParts({ unread: { sheets, rows, cells }, columns }: { unread: Unread; columns: Columns }) {
  const w = useWords(words)
  if (!sheets.length && !rows.length && !cells.length && !columns.unread.length && !columns.hidden.length) return null
  return (
    <Section title={w.unread.title} lead={w.unread.lead}>
      <div class="unread">
        <Part title={w.unread.sheets} items={sheets.map(each => `${each.sheet}: ${unreadBecause(each, w)}`)} />
        <Part
          title={w.unread.rows}
          items={rows.map(({ sheet, row, reason, text }) => `${w.rowNumber({ row, sheet })} (${w.unread.rowReasons[reason]}): ${text}`)}
        />
        <Part
          title={w.unread.cells}
          items={cells.map(
            ({ sheet, cell, reason, text }) =>
              `${w.cell({ cell, sheet })} (${reason === 'no_header' || reason === 'error' ? w.unread.cellReasons[reason] : w.problems[reason]}): ${text}`,
          )}
        />
        <Part title={w.unread.columns} items={columns.unread} />
        <Part title={w.unread.hiddenColumns} items={columns.hidden} />
      </div>
    </Section>
  )
}

function Part({ title, items }: { title: string; items: readonly string[] }) {
  const { locale } = useViewer()
  if (!items.length) return null
  return (
    <details open={items.length <= 10}>
      <summary>
        {title} ({formatNumber(locale, items.length)})
      </summary>
      <ul>
        {items.map(item => (
          <li>{item}</li>
        ))}
      </ul>
    </details>
  )
}

function unreadBecause({ reason, rows }: Unread['sheets'][number], w: ImportWords): string {
  const said = w.unread.sheetReasons[reason]
  return typeof said === 'string' ? said : said({ rows })
}
