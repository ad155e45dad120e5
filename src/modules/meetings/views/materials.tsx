import { Actions, Button } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { FileLink } from '../../../web/ui/file-link.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { accesses, type Material } from '../schema/materials.ts'
import type { DraftSession } from '../schema/programmes.ts'
import { materialWords } from '../words/materials.ts'

/** The files of a session, each with whom it is for. */
export function MaterialLinks({ materials }: { materials: readonly Material[] }) {
  return materials.length ? (
    <ul class="files">
      {materials.map(material => (
        <li>
          <MaterialLink material={material} />
        </li>
      ))}
    </ul>
  ) : null
}

function MaterialLink({ material: { file, title, size, access, message } }: { material: Material }) {
  const w = useWords(materialWords)
  const note = [message ? w.messageOf({ name: message.name }) : '', access === 'readers' ? '' : w.accesses[access]]
  return <FileLink href={`/berkas/${file}`} name={title} bytes={size} note={note.filter(Boolean).join(' · ') || undefined} />
}

type Props = {
  address: string
  session: DraftSession
  materials: readonly Material[]
  values: Values
  errors: Errors
  idempotencyKey?: string | undefined
}

/** On the page of a session: its files, each with the button that takes it away, and the form for one more. */
export function Materials({ address, session, materials, values, errors, idempotencyKey }: Props) {
  const w = useWords(materialWords)
  const readers = session.parts.filter(({ readsMessage }) => readsMessage)
  return (
    <Section title={w.title} id="bahan" lead={w.lead}>
      {materials.map(material => (
        <Form action={`${address}/bahan/${material.id}`}>
          <p>
            <MaterialLink material={material} />
          </p>
          <Actions>
            <Button kind="quiet">{w.remove({ title: material.title })}</Button>
          </Actions>
        </Form>
      ))}
      <Form action={`${address}/bahan`} values={{ access: 'readers', ...values }} errors={errors} idempotencyKey={idempotencyKey} multipart>
        <FileField name="file" label={w.file} accept=".pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.csv" />
        <TextField name="title" label={w.name} hint={w.nameHint} optional maxLength={200} />
        <RadioField name="access" label={w.access} options={accesses.map(value => ({ value, label: w.accesses[value] }))} />
        {readers.length ? (
          <SelectField
            name="part"
            label={w.message}
            optional
            options={readers.map(({ id, name, behalfOf }) => ({ value: id, label: w.read({ whose: behalfOf ?? '', name }) }))}
          />
        ) : null}
        <Actions>
          <Button kind="secondary">{w.add}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
