import { type Role, roleNames, roles } from '../../../platform/authority/roles.ts'
import { Button } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { Hero } from '../../../web/ui/hero.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { signInWords } from '../words/sign-in.ts'

/** `begin` is the place among those to begin with, if any. */
export type Example = { id: string; name: string; role: Role; place: string; begin: number | null }

/** `/demo`: whom to begin with and what they may do, then, folded, everybody else whom one may be, by role. */
export function Demo({ people }: { people: readonly Example[] }) {
  const w = useWords(signInWords).demo
  const { locale } = useViewer()
  const first = people.filter(({ begin }) => begin !== null).sort((a, b) => a.begin! - b.begin!)
  const others = roleNames
    .map(role => ({ role, some: people.filter(person => person.role === role && person.begin === null) }))
    .filter(({ some }) => some.length)
  return (
    <>
      <Hero />
      <PageHead title={w.title} lead={w.lead} />
      {people.length ? null : <EmptyState title={w.none} />}
      {first.length ? (
        <Section title={w.begin} lead={w.beginLead} id="mulai">
          <Beginners caption={w.begin} people={first} />
        </Section>
      ) : null}
      {others.length ? (
        <details open={!first.length}>
          <summary>{w.others({ count: others.reduce((sum, { some }) => sum + some.length, 0) })}</summary>
          <div class="parts">
            {others.map(({ role, some }) => (
              <Section title={roles[role].name[locale]} lead={w.may[role]} id={role}>
                <Others caption={roles[role].name[locale]} people={some} />
              </Section>
            ))}
          </div>
        </details>
      ) : null}
    </>
  )
}

type PeopleProps = { caption: string; people: readonly Example[] }

/** Each with what the role may do. */
function Beginners({ caption, people }: PeopleProps) {
  const w = useWords(signInWords).demo
  const { locale } = useViewer()
  return (
    <ThingList
      strong
      label={caption}
      things={people.map(({ id, name, role, place }) => ({
        head: name,
        about: `${roles[role].name[locale]}, ${place}. ${w.may[role]}`,
        action: <Enter id={id} name={name} kind="secondary" />,
      }))}
    />
  )
}

/** In columns: a name, where, and the way in. */
const Others = ({ caption, people }: PeopleProps) => (
  <ul class="crowd" aria-label={caption}>
    {people.map(({ id, name, place }) => (
      <li>
        <p>
          {name}
          <small>{place}</small>
        </p>
        <Enter id={id} name={name} kind="quiet" />
      </li>
    ))}
  </ul>
)

function Enter({ id, name, kind }: { id: string; name: string; kind: 'secondary' | 'quiet' }) {
  const w = useWords(signInWords).demo
  return (
    <Form action="/demo" hidden={{ person: id }}>
      <Button kind={kind} aria-label={w.enterAs({ name })}>
        {w.enter}
      </Button>
    </Form>
  )
}
