import type { ComponentChildren } from 'preact'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { drawnIn } from './drawn.tsx'
import { type Drawn, type Errors, fieldId, type Lost, messages, useInstruction, type Values } from './form-state.ts'

type Props = {
  errors: Errors
  values: Values
  labels?: Readonly<Record<string, string>> | undefined
  form?: string | undefined
  /** What the form asks for: fields to fill in, or questions to answer. */
  asks?: 'fields' | 'questions' | undefined
  gathered?: Gathered | undefined
  /** The fields of the form, wherever they stand in it. */
  children: ComponentChildren
}

/** What many fields of a form may lack alike: said once, above the names of those fields. */
export type Gathered = { message: string; title: (of: { count: number }) => string }

/**
 * All that is wrong, on top of the form and with the focus on its first line, which a browser brings into sight; each other line leads to
 * its field, in the order of the fields, and says what it is called before what is wrong with it. The browser moves the focus by
 * `autofocus`, so this needs no script.
 */
export function ErrorSummary({ errors, values, labels = {}, form = '', asks = 'fields', gathered, children }: Props) {
  const w = useWords(words)
  const viewer = useViewer()
  const instruct = useInstruction()
  const lines = Object.keys(errors).filter(name => messages(errors, name).length > 0)
  if (lines.length === 0) return null
  const drawn = drawnIn(viewer, { id: form, values, errors }, children)
  const places = [...drawn.values()]
  const placeOf = (name: string) => places.indexOf(nearest(drawn, name)!)
  const wrong = lines.toSorted((a, b) => placeOf(a) - placeOf(b))
  const fields = wrong.filter(name => nearest(drawn, name))
  const alike = gathered ? fields.filter(name => messages(errors, name).join(' ') === gathered.message) : []
  const together = alike.length > 1 ? alike : []
  const apart = wrong.filter(name => !together.includes(name))
  const said = gathered?.title({ count: together.length })
  return (
    <div class="notice error" role="alert" id={fieldId(form, 'galat')}>
      <b class="first-seen" tabindex={-1} autofocus>
        {!apart.length ? said : fields.length ? w.errorsTitle[asks]({ count: fields.length }) : w.errorsWhole}
      </b>
      {apart.length ? (
        <ul>
          {apart.map(name => {
            const field = nearest(drawn, name)
            const label = labels[name] ?? field?.label
            const texts = messages(errors, name).map(message => (field ? instruct(message, field) : message))
            const text = `${label ? `${label}${label.endsWith('?') ? '' : ':'} ` : ''}${texts.join(' ')}`
            return <li>{field ? <a href={`#${field.id}`}>{text}</a> : text}</li>
          })}
        </ul>
      ) : null}
      {apart.length && together.length ? <p>{said}</p> : null}
      {together.length ? (
        <ul>
          {together.map(name => {
            const field = nearest(drawn, name)!
            return (
              <li>
                <a href={`#${field.id}`}>{labels[name] ?? field.label}</a>
              </li>
            )
          })}
        </ul>
      ) : null}
      <p>{w.errorsHint[lost(drawn)]}</p>
    </div>
  )
}

/** A browser puts neither a file nor a secret back into its field. */
function lost(drawn: ReadonlyMap<string, Drawn>): Lost | 'nothing' {
  const all = [...drawn.values()].map(field => field.lost)
  return all.includes('secret') ? 'secret' : all.includes('file') ? 'file' : 'nothing'
}

/** The field itself; else the first inside a list or group of that name, or the one that the name is a part of. */
function nearest(drawn: ReadonlyMap<string, Drawn>, name: string): Drawn | undefined {
  if (!name) return undefined
  const inside = [...drawn.keys()].find(key => key === name || key.startsWith(`${name}.`))
  const around = name.split('.').map((_, at, parts) => parts.slice(0, parts.length - at).join('.'))
  return drawn.get(name) ?? drawn.get(inside ?? around.find(part => drawn.has(part)) ?? '')
}
