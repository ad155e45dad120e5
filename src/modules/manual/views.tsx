import { httpStatus, type RefusalCode } from '../../platform/refusals/refusal.ts'
import { Badge } from '../../web/ui/badge.tsx'
import { PageHead, Section } from '../../web/ui/page-head.tsx'
import { Table } from '../../web/ui/table.tsx'
import { useWords } from '../../web/viewer.ts'
import { type ApiOperation, curlOf } from './rules.ts'
import { words } from './words.ts'

export function ApiOverview({ operations, server }: { operations: ApiOperation[]; server: string }) {
  const w = useWords(words)
  const subjects = [...Map.groupBy(operations, ({ tag }) => tag)]
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <Section title={w.start}>
        <p>{w.token}</p>
        <pre class="code">{`curl "${server}/home" \\\n  -H "Authorization: Bearer $TOKEN"`}</pre>
        <p>
          {w.machine} <a href="/api/openapi.json">/api/openapi.json</a>
        </p>
      </Section>
      <Section title={w.rules}>
        <ul>
          <li>{w.paging}</li>
          <li>{w.once}</li>
          <li>{w.days}</li>
          <li>
            <a href="/api/problems">{w.problems}</a>: {w.problemsLead}
          </li>
        </ul>
      </Section>
      <Section title={w.subjects}>
        <Table
          caption={w.subjects}
          quiet
          rows={subjects}
          columns={[
            {
              key: 'subject',
              label: w.subjects,
              kind: 'main',
              value: ([tag]) => (
                <a href={`/api?bagian=${tag}`} lang="en">
                  {tag}
                </a>
              ),
            },
            {
              key: 'operations',
              label: w.operations,
              value: ([, some]) => <English>{some.map(({ name }) => name.split('.').slice(1).join('.')).join(', ')}</English>,
            },
          ]}
        />
      </Section>
    </>
  )
}

export function ApiSubject({ subject, operations, server }: { subject: string; operations: ApiOperation[]; server: string }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={subject} lead={w.lead} />
      {operations.map(operation => (
        <Section title={operation.name} id={operation.name} lead={<English>{operation.summary.replaceAll('`', '')}</English>}>
          <p>
            <Badge>{operation.method}</Badge> <code>{operation.path}</code>
          </p>
          <p class="hint">
            {w.power}: <English>{operation.power.replaceAll('`', '')}</English>
          </p>
          <Fields operation={operation} />
          <pre class="code">{curlOf(operation, server)}</pre>
        </Section>
      ))}
    </>
  )
}

/** What programs are told is written in English, whatever its reader reads. */
const English = ({ children }: { children: string }) => <span lang="en">{children}</span>

function Fields({ operation }: { operation: ApiOperation }) {
  const w = useWords(words)
  if (!operation.fields.length) return <p>{w.noFields}</p>
  return (
    <Table
      caption={`${w.fields}: ${operation.name}`}
      quiet
      rows={operation.fields}
      columns={[
        { key: 'name', label: w.field, kind: 'main', value: field => <code>{field.name}</code> },
        { key: 'place', label: w.place, value: field => w.places[field.place] },
        { key: 'shape', label: w.shape, value: field => <English>{[field.shape, field.about && ` (${field.about})`].join('')}</English> },
        { key: 'need', label: w.need, value: field => (field.required ? w.yes : w.no) },
      ]}
    />
  )
}

export function ApiProblems() {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.problems} lead={w.problemsLead} />
      <Table
        caption={w.problems}
        quiet
        rows={Object.keys(httpStatus) as RefusalCode[]}
        columns={[
          { key: 'code', label: w.code, kind: 'main', value: code => <code id={code}>{code}</code> },
          { key: 'status', label: w.status, kind: 'number', value: code => httpStatus[code] },
          { key: 'meaning', label: w.meaning, value: code => w.meanings[code] },
        ]}
      />
    </>
  )
}
