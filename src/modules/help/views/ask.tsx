import { Email } from '../../../web/ui/email.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { PhoneLink } from '../../../web/ui/phone-link.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Inviter } from '../../organisation/schema.ts'
import { words } from '../words/words.ts'

/** Who looks after people and roles where somebody works, with how to reach them. */
export function Ask({ ask }: { ask: readonly Inviter[] | 'self' | 'partner' }) {
  const w = useWords(words)
  const lead = ask === 'self' ? w.askYourself : ask === 'partner' ? w.askPartner : ask.length ? w.askNear : w.askNobody
  return (
    <Section title={w.ask} id="bertanya" lead={lead}>
      {typeof ask === 'string' || !ask.length ? null : (
        <ThingList
          label={w.ask}
          things={ask.map(({ name, office, email, phones }) => ({ head: name, about: <Reach {...{ office, email, phones }} /> }))}
        />
      )}
    </Section>
  )
}

const Reach = ({ office, email, phones }: Pick<Inviter, 'office' | 'email' | 'phones'>) => (
  <>
    {office} · <Email>{email}</Email>
    {phones.map(phone => (
      <>
        {' '}
        · <PhoneLink phone={phone} />
      </>
    ))}
  </>
)
