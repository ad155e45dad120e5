import { Field, type FieldProps } from '../../../web/ui/field.tsx'
import { FileLink, type FileLinkProps } from '../../../web/ui/file-link.tsx'
import { asList } from '../../../web/ui/form-state.ts'
import { useWords } from '../../../web/viewer.ts'
import { questionnaireWords } from '../words.ts'

/** Stored files by id, as the page may link them. */
export type KnownFiles = Readonly<Record<string, FileLinkProps>>

/** Files of an answer: those already stored, each kept while it is ticked (its id is sent), and a place for more. */
export function FilesField({ files, ...field }: FieldProps & { files: KnownFiles }) {
  const w = useWords(questionnaireWords)
  const kept = asList(field.value)
  return (
    <Field {...field} insist={Boolean(field.insist) && kept.length === 0}>
      {({ value: _, ...control }) => (
        <>
          {kept.length ? (
            <fieldset class="choices">
              <legend class="hint">{w.keptFiles}</legend>
              {kept.map((id, index) => (
                <label class="choice">
                  <input type="checkbox" name={field.name} value={id} checked disabled={field.disabled} />
                  {files[id] ? <FileLink {...files[id]} /> : <span>{w.file({ number: index + 1 })}</span>}
                </label>
              ))}
            </fieldset>
          ) : null}
          <input {...control} type="file" multiple aria-label={kept.length ? `${field.label}: ${w.addFiles}` : undefined} />
        </>
      )}
    </Field>
  )
}
