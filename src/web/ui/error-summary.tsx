import type { ComponentChildren } from 'preact'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { drawnIn } from './drawn.tsx'
import { type Drawn, type Errors, fieldId, messages, type Values } from './form-state.ts'

type Props = {
  errors: Errors
  values: Values
  labels?: Readonly<Record<string, string>> | undefined
  form?: string | undefined
  /** The fields of the form, wherever they stand in it. */
  children: ComponentChildren
}

/**
 * All that is wrong, on top of the form and with the focus on it; each line leads to its field. The browser moves the focus by `autofocus`,
 * so this needs no script.
 */
export function ErrorSummary({ errors, values, labels = {}, form = '', children }: Props) {
  const w = useWords(words)
  const viewer = useViewer()
  const wrong = Object.keys(errors).filter(name => messages(errors, name).length > 0)
  if (wrong.length === 0) return null
  const drawn = drawnIn(viewer, { id: form, values, errors }, children)
  const fields = wrong.filter(name => nearest(drawn, name))
  return (
    <div class="notice error" role="alert" tabindex={-1} autofocus id={fieldId(form, 'galat')}>
      <b>{fields.length ? w.errorsTitle(fields.length) : w.errorsWhole}</b>
      <ul>
        {wrong.map(name => {
          const field = nearest(drawn, name)
          const label = labels[name] ?? field?.label
          const text = `${label ? `${label}${label.endsWith('?') ? '' : ':'} ` : ''}${messages(errors, name).join(' ')}`
          return <li>{field ? <a href={`#${field.id}`}>{text}</a> : text}</li>
        })}
      </ul>
      <p>{w.errorsHint}</p>
    </div>
  )
}

/** The field itself; else the first inside a list or group of that name, or the one that the name is a part of. */
function nearest(drawn: ReadonlyMap<string, Drawn>, name: string): Drawn | undefined {
  if (!name) return undefined
  const inside = [...drawn.keys()].find(key => key === name || key.startsWith(`${name}.`))
  const around = name.split('.').map((_, at, parts) => parts.slice(0, parts.length - at).join('.'))
  return drawn.get(name) ?? drawn.get(inside ?? around.find(part => drawn.has(part)) ?? '')
}
