import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words } from '../words.ts'

/** The Word template: which is in force, get it, replace it, go back. */
export function TemplatePage({
  template,
  rev,
  mayChange,
  errors,
  most,
}: {
  rev: number
  mayChange: boolean
  template: { name: string; office: string } | null
  errors?: Errors | undefined
  most: string
}) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.template} lead={w.templateLead({ mark: '{…}' })}>
        <ButtonLink href="/laporan/templat/berkas">{w.downloadTemplate}</ButtonLink>
      </PageHead>
      <p>{template ? w.templateNow({ name: template.name, office: template.office }) : w.templateBuiltIn}</p>
      {mayChange ? (
        <Form action="/laporan/templat" multipart errors={errors} hidden={{ rev: String(rev) }}>
          <FileField name="file" label={w.templateFile} accept=".docx" kinds="Word (.docx)" most={most} />
          <Actions>
            <Button>{w.uploadTemplate}</Button>
          </Actions>
        </Form>
      ) : null}
      {mayChange && template ? (
        <Form action="/laporan/templat/pencabutan" hidden={{ rev: String(rev) }}>
          <Button kind="secondary">{w.retireTemplate}</Button>
        </Form>
      ) : null}
    </>
  )
}
