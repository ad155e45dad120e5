import { type ComponentChildren, isValidElement, toChildArray } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { type Errors, fieldId, messages } from './form-state.ts'

type Props = { errors: Errors; labels?: Readonly<Record<string, string>> | undefined; form?: string | undefined }

/** All that is wrong, on top of the form; each line leads to its field. `Form` shows it by itself, with the labels of its fields. */
export function ErrorSummary({ errors, labels = {}, form = '' }: Props) {
  const w = useWords(words)
  const wrong = Object.keys(errors).filter(name => messages(errors, name).length > 0)
  if (wrong.length === 0) return null
  return (
    <div class="notice error" role="alert" tabindex={-1} id={fieldId(form, 'galat')}>
      <b>{w.errorsTitle(wrong.length)}</b>
      <ul>
        {wrong.map(name => {
          const text = `${labels[name] ? `${labels[name]}: ` : ''}${messages(errors, name).join(' ')}`
          return <li>{name ? <a href={`#${fieldId(form, name)}`}>{text}</a> : text}</li>
        })}
      </ul>
      <p>{w.errorsHint}</p>
    </div>
  )
}

/** Labels of the fields written directly in a form, by name. A field inside a component of its own is not seen; `labels` words it then. */
export function labelsIn(children: ComponentChildren): Record<string, string> {
  const found: Record<string, string> = {}
  for (const child of toChildArray(children)) {
    if (!isValidElement(child)) continue
    const { name, label, children: inner } = child.props as { name?: unknown; label?: unknown; children?: ComponentChildren }
    if (typeof name === 'string' && typeof label === 'string') found[name] = label
    else if (inner !== undefined && typeof inner !== 'function') Object.assign(found, labelsIn(inner))
  }
  return found
}
