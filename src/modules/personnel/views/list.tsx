import { formatNumber, formatTime } from '../../../platform/i18n/format.ts'
import { type ListQuery, plainList } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Unknown } from '../../../web/list/unknown.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { FileField } from '../../../web/ui/file-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { BatchStatus } from '../../imports/views/status.tsx'
import { words as importWords } from '../../imports/words.ts'
import type { PersonBatch } from '../schema.ts'
import { words } from '../words.ts'

type Props = { imports: PersonBatch[]; previous: string | null; next: string | null; asked: ListQuery; errors?: Errors; most: string }

/** Bring in a list of people, and the lists that came before. */
export function PersonImportList({ imports, previous, next, asked, errors, most }: Props) {
  const w = useWords(words)
  const i = useWords(importWords)
  const { locale, zone } = useViewer()
  const number = (value: number) => formatNumber(locale, value)
  return (
    <>
      <PageHead title={w.title} lead={w.lead}>
        <ButtonLink kind="quiet" href="/api/v1/person-imports/template" download>
          {w.template}
        </ButtonLink>
      </PageHead>
      <Form action="/impor-orang" multipart errors={errors}>
        <FileField name="file" label={w.file} accept=".xlsx,.csv" kinds={w.kinds} most={most} />
        <Actions>
          <Button>{w.upload}</Button>
        </Actions>
      </Form>
      <Section title={w.history}>
        <Unknown list={plainList} asked={asked} />
        <Table
          caption={w.history}
          quiet
          rows={imports}
          empty={<EmptyState title={w.noImports}>{w.noImportsHint}</EmptyState>}
          columns={[
            { key: 'name', label: w.file, kind: 'main', value: row => <a href={`/impor-orang/${row.id}`}>{row.name}</a> },
            { key: 'state', label: i.state, value: row => <BatchStatus state={row.state} /> },
            { key: 'total', label: i.rows, kind: 'number', value: row => number(row.total) },
            { key: 'ready', label: w.outcomesAfter.ready, kind: 'number', value: row => number(row.counts.ready) },
            { key: 'attention', label: w.outcomesAfter.attention, kind: 'number', value: row => number(row.counts.attention) },
            { key: 'by', label: i.by, value: row => row.createdBy ?? i.operator },
            { key: 'at', label: i.at, kind: 'date', value: row => formatTime(locale, row.createdAt, zone, 'short') },
          ]}
        />
        <Pager url={asked.url} previous={previous} next={next} />
      </Section>
    </>
  )
}
