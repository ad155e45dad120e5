import { formatNumber } from '../../platform/i18n/format.ts'
import { Button } from '../../web/ui/button.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { TextField } from '../../web/ui/field.tsx'
import { FileField } from '../../web/ui/file-field.tsx'
import { Form } from '../../web/ui/form.tsx'
import type { Errors, Values } from '../../web/ui/form-state.ts'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead, Section } from '../../web/ui/page-head.tsx'
import { Table } from '../../web/ui/table.tsx'
import { useViewer, useWords } from '../../web/viewer.ts'
import type { Coverage, Imported } from './schema.ts'
import { words } from './words.ts'

type Props = {
  languages: readonly Coverage[]
  imported?: Imported | undefined
  errors?: Errors
  /** The code for which a file was asked, and what is wrong with it. */
  asked?: { values: Values; errors: Errors }
}

/** Languages that were added and how far each is; a file out, a file in. */
export function LanguagesPage({ languages, imported, errors, asked }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const of = (part: number, whole: number) => w.of({ part: formatNumber(locale, part), whole: formatNumber(locale, whole) })
  const fileOf = (tag: string) => `/bahasa/berkas?bahasa=${encodeURIComponent(tag)}`
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      {imported ? <Outcome imported={imported} /> : null}
      <Section title={w.added}>
        <Table
          caption={w.added}
          rows={languages}
          columns={[
            { key: 'name', label: w.language, kind: 'main', value: ({ name, tag }) => <span lang={tag}>{`${name} (${tag})`}</span> },
            { key: 'translated', label: w.translated, kind: 'number', value: ({ translated, total }) => of(translated, total) },
            { key: 'stale', label: w.stale, kind: 'number', value: ({ stale }) => formatNumber(locale, stale) },
            {
              key: 'file',
              label: w.file,
              value: ({ name, tag }) => (
                <a href={fileOf(tag)} download aria-label={w.download({ name })}>
                  {w.downloadShort}
                </a>
              ),
            },
          ]}
          empty={<EmptyState title={w.none}>{w.noneYet}</EmptyState>}
        />
      </Section>
      <Section title={w.upload} lead={w.uploadLead}>
        <Form action="/bahasa" multipart {...(errors && { errors })}>
          <FileField name="file" label={w.file} accept=".json" kinds={w.kinds} />
          <Button>{w.uploadButton}</Button>
        </Form>
      </Section>
      <Section title={w.fresh}>
        <Form action="/bahasa/berkas" method="get" {...asked}>
          <TextField name="bahasa" label={w.tag} hint={w.tagHint} />
          <Button kind="secondary">{w.freshButton}</Button>
        </Form>
      </Section>
    </>
  )
}

const most = 200

function Outcome({ imported: { name, taken, problems } }: { imported: Imported }) {
  const w = useWords(words)
  return (
    <>
      <Notice kind="success">{w.done({ name, taken })}</Notice>
      {problems.length ? (
        <Section title={w.problemsTitle({ count: problems.length })}>
          <Table
            caption={w.problemsTitle({ count: problems.length })}
            quiet
            rows={problems.slice(0, most)}
            columns={[
              { key: 'key', label: w.key, kind: 'main', value: ({ key }) => <code>{key}</code> },
              {
                key: 'problem',
                label: w.problem,
                value: ({ problem, detail }) => {
                  const said = w.problems[problem]
                  return typeof said === 'string' ? said : said({ detail })
                },
              },
            ]}
          />
          {problems.length > most ? <p class="hint">{w.more({ count: problems.length - most })}</p> : null}
        </Section>
      ) : null}
    </>
  )
}
