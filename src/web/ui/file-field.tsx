import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Field, type FieldProps } from './field.tsx'
import { FileLink, type FileLinkProps } from './file-link.tsx'

type FileProps = FieldProps & {
  /** As in `<input accept>`: `.pdf,.docx`. */
  accept?: string | undefined
  multiple?: boolean | undefined
  /** What is said below the label: the kinds in words and the largest size, "PDF atau Word", "10 MB". */
  kinds?: string | undefined
  most?: string | undefined
  /** Files stored before: a browser cannot put them back into the control, so they are listed. */
  kept?: readonly FileLinkProps[] | undefined
}

/** A file; its form must be `multipart`. Files already kept stay kept when nothing new is chosen. */
export function FileField({ accept, multiple, kinds = '', most = '', kept = [], hint, ...field }: FileProps) {
  const w = useWords(words)
  return (
    <Field
      {...field}
      asked="file"
      lost="file"
      optional={field.optional || kept.length > 0}
      hint={hint ?? (kinds ? w.fileHint({ kinds, size: most }) : undefined)}
    >
      {({ value: _, ...control }) => (
        <>
          {kept.length ? (
            <ul class="files" aria-label={w.filesKept}>
              {kept.map(file => (
                <li>
                  <FileLink {...file} />
                </li>
              ))}
            </ul>
          ) : null}
          <input {...control} type="file" accept={accept} multiple={multiple} />
        </>
      )}
    </Field>
  )
}
