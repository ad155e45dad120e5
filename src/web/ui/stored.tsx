import type { ComponentChildren } from 'preact'
import { formatDay } from '../../platform/i18n/format.ts'
import type { Locale } from '../../platform/i18n/words.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { drawnIn } from './drawn.tsx'
import { asList, type Drawn, type Values } from './form-state.ts'
import { Notice } from './notice.tsx'

type Props = {
  stored: Values
  values: Values
  labels: Readonly<Record<string, string>>
  form: string
  /** The fields of the form, wherever they stand in it. */
  children: ComponentChildren
}

/** What somebody else has meanwhile written, of the fields in which something else was typed; each line leads to its field. */
export function Stored({ stored, values, labels, form, children }: Props) {
  const w = useWords(words)
  const viewer = useViewer()
  const others = [...drawnIn(viewer, { id: form, values, errors: {} }, children)].filter(
    ([name]) => name in stored && plain(stored[name]) !== plain(values[name]),
  )
  if (others.length === 0) return null
  return (
    <Notice kind="warning" title={w.stored}>
      <dl class="definitions">
        {others.map(([name, field]) => (
          <div>
            <dt>
              <a href={`#${field.id}`}>{labels[name] ?? field.label}</a>
            </dt>
            <dd>{said(viewer.locale, field, stored[name]) || '–'}</dd>
          </div>
        ))}
      </dl>
      <p>{w.storedHint}</p>
    </Notice>
  )
}

const plain = (value: unknown): string => asList(value).join('\n').replaceAll('\r\n', '\n').trim()

const said = (locale: Locale, { options = [] }: Drawn, value: unknown): string =>
  asList(value)
    .map(
      each => options.find(option => option.value === each)?.label ?? (/^\d{4}-\d{2}-\d{2}$/.test(each) ? formatDay(locale, each) : each),
    )
    .join(', ')
