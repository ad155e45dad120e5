import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { Section } from './page-head.tsx'

/** A field of a form as it was sent: its text, or the name of the file that was chosen. */
export type Sent = { name: string; value: string } | { name: string; file: string }

/** A form that could not be taken, ready to be sent again as it was. A browser gives no file twice: those are chosen anew. */
export function SendAgain({ action, sent }: { action: string; sent: readonly Sent[] | null }) {
  const w = useWords(words).errors.sendAgain
  if (!sent) return <p>{w.notKept}</p>
  const files = sent.flatMap(field => ('file' in field ? [field] : []))
  const texts = sent.flatMap(field => ('value' in field ? [field] : []))
  const chosen = files.filter(({ file }) => file)
  const written = texts.map(({ value }) => value).filter(isWritten)
  return (
    <Form action={action} multipart={files.length > 0}>
      {texts.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p>{texts.some(({ name }) => name === 'idempotency_key') ? `${w.kept} ${w.once}` : w.kept}</p>
      {chosen.map(({ name, file }) => (
        <Field name={name} label={w.chooseAgain({ file })} optional>
          {({ value: _, ...control }) => <input {...control} type="file" />}
        </Field>
      ))}
      <div>
        <Button>{w.send}</Button>
      </div>
      {written.length ? (
        <Section title={w.written}>
          {written.map(text => (
            <pre class="letter">{text}</pre>
          ))}
        </Section>
      ) : null}
    </Form>
  )
}

/** Words of a person, to be copied; ids and marks of the form itself say nothing to them. */
const isWritten = (value: string): boolean => /\s/.test(value.trim()) || value.length > 60
