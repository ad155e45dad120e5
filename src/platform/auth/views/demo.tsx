import { Button } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type Role, roleNames, roles } from '../../permissions/roles.ts'
import { signInWords } from '../sign-in-words.ts'

export type Example = { id: string; name: string; role: Role; place: string }

/** `/demo`: everybody whom one may be, by role. */
export function Demo({ people }: { people: readonly Example[] }) {
  const w = useWords(signInWords).demo
  const { locale } = useViewer()
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      {people.length ? null : <EmptyState title={w.none} />}
      {roleNames
        .map(role => ({ role, some: people.filter(person => person.role === role) }))
        .filter(({ some }) => some.length)
        .map(({ role, some }) => (
          <Section title={roles[role].name[locale]} id={role}>
            <Table
              caption={roles[role].name[locale]}
              quiet
              rows={some}
              columns={[
                { key: 'name', label: w.name, kind: 'main', value: person => person.name },
                { key: 'place', label: w.place, value: person => person.place },
                {
                  key: 'enter',
                  label: w.actions,
                  kind: 'actions',
                  value: person => (
                    <Form action="/demo" hidden={{ person: person.id }}>
                      <Button kind="secondary" aria-label={w.enterAs(person.name)}>
                        {w.enter}
                      </Button>
                    </Form>
                  ),
                },
              ]}
            />
          </Section>
        ))}
    </>
  )
}
