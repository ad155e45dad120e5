import { type Role, roleNames, roles } from '../../../platform/authority/roles.ts'
import { Button } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { signInWords } from '../words/sign-in.ts'

/** `begin` is the place among those to begin with, if any. */
export type Example = { id: string; name: string; role: Role; place: string; begin: number | null }

/** `/demo`: whom to begin with and what they may do, then everybody else whom one may be, by role. */
export function Demo({ people }: { people: readonly Example[] }) {
  const w = useWords(signInWords).demo
  const { locale } = useViewer()
  const first = people.filter(({ begin }) => begin !== null).sort((a, b) => a.begin! - b.begin!)
  const others = roleNames
    .map(role => ({ role, some: people.filter(person => person.role === role && person.begin === null) }))
    .filter(({ some }) => some.length)
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      {people.length ? null : <EmptyState title={w.none} />}
      {first.length ? (
        <Section title={w.begin} lead={w.beginLead} id="mulai">
          <People caption={w.begin} people={first} said />
        </Section>
      ) : null}
      {others.map(({ role, some }) => (
        <Section title={roles[role].name[locale]} lead={w.may[role]} id={role}>
          <People caption={roles[role].name[locale]} people={some} />
        </Section>
      ))}
    </>
  )
}

function People({ caption, people, said }: { caption: string; people: readonly Example[]; said?: boolean }) {
  const w = useWords(signInWords).demo
  const { locale } = useViewer()
  return (
    <Table
      caption={caption}
      quiet
      rows={people}
      columns={[
        {
          key: 'name',
          label: w.name,
          kind: 'main',
          value: ({ name, role }) => (
            <>
              {name}
              {said ? (
                <>
                  <br />
                  <small>
                    {roles[role].name[locale]}. {w.may[role]}
                  </small>
                </>
              ) : null}
            </>
          ),
        },
        { key: 'place', label: w.place, value: ({ place }) => place },
        {
          key: 'enter',
          label: w.actions,
          kind: 'actions',
          value: ({ id, name }) => (
            <Form action="/demo" hidden={{ person: id }}>
              <Button kind={said ? 'secondary' : 'quiet'} aria-label={w.enterAs({ name })}>
                {w.enter}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
