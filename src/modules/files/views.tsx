import { formatNumber } from '../../platform/i18n/format.ts'
import { Status } from '../../web/ui/badge.tsx'
import { Button, ButtonLink } from '../../web/ui/button.tsx'
import { Definitions } from '../../web/ui/definitions.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { fileSize } from '../../web/ui/file-link.tsx'
import { Form } from '../../web/ui/form.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { PageHead, Section } from '../../web/ui/page-head.tsx'
import { Table } from '../../web/ui/table.tsx'
import { When } from '../../web/ui/timeline.tsx'
import { useViewer, useWords } from '../../web/viewer.ts'
import type { FileCheck, FileState } from './schema.ts'
import { words } from './words.ts'

export function FileStateView({ files, bytes, removed, sweeps }: FileState) {
  const w = useWords(words)
  const { locale } = useViewer()
  return (
    <>
      <PageHead title={w.title} lead={w.lead}>
        <ButtonLink href="/berkas/pemeriksaan" kind="secondary">
          {w.check}
        </ButtonLink>
        <Form action="/berkas/pembersihan">
          <Button kind="secondary">{w.sweep}</Button>
        </Form>
      </PageHead>
      <Definitions
        items={[
          { term: w.kept, value: formatNumber(locale, files) },
          { term: w.size, value: fileSize(locale, bytes) },
          { term: w.removedSoFar, value: formatNumber(locale, removed) },
        ]}
      />
      <Section title={w.sweeps}>
        <Table
          caption={w.sweeps}
          quiet
          rows={sweeps}
          columns={[
            { key: 'at', label: w.at, kind: 'main', value: ({ at }) => <When at={at} /> },
            {
              key: 'looked',
              label: w.looked,
              kind: 'number',
              value: ({ passed, stored }) => w.of({ passed: formatNumber(locale, passed), stored: formatNumber(locale, stored) }),
            },
            { key: 'removed', label: w.removed, kind: 'number', value: ({ removed }) => formatNumber(locale, removed) },
            { key: 'bytes', label: w.bytes, kind: 'number', value: ({ bytes }) => fileSize(locale, bytes) },
          ]}
          empty={<EmptyState title={w.none}>{w.noneYet}</EmptyState>}
        />
      </Section>
    </>
  )
}

export function FileCheckView({ files, bytes, bad, shown, passed, stored, next }: FileCheck) {
  const w = useWords(words)
  const { locale } = useViewer()
  const count = (number: number) => formatNumber(locale, number)
  return (
    <>
      <PageHead title={w.check} lead={next ? w.checkedSoFar({ passed, stored }) : undefined}>
        {next && <ButtonLink href={`/berkas/pemeriksaan?after=${next}`}>{w.checkOn}</ButtonLink>}
      </PageHead>
      {bad === 0 ? (
        <Notice kind="success" title={passed === files && !next ? w.fine : w.fineSoFar}>
          {w.fineText({ files, size: fileSize(locale, bytes) })}
        </Notice>
      ) : (
        <>
          <Notice kind="error" title={w.bad}>
            {w.badText({ bad: count(bad), files: count(files) })} {shown.length < bad ? w.first({ count: shown.length }) : null}
          </Notice>
          <Table
            caption={w.bad}
            quiet
            rows={shown}
            columns={[
              { key: 'file', label: w.file, kind: 'main', value: ({ name }) => name },
              {
                key: 'problem',
                label: w.problem,
                kind: 'status',
                value: ({ problem }) => <Status tone="danger">{w.problems[problem]}</Status>,
              },
              { key: 'id', label: 'Id', value: ({ id }) => <code>{id}</code> },
            ]}
          />
        </>
      )}
    </>
  )
}
