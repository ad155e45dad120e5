import { Email } from '../../../web/ui/email.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PhoneLink } from '../../../web/ui/phone-link.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Inviter } from '../schema.ts'
import { words } from '../words.ts'

/** For whoever misses a colleague but may not invite one: who may, nearest first; `most` of them where something else follows. */
export function Inviters({ inviters, most }: { inviters: readonly Inviter[]; most?: number }) {
  const w = useWords(words)
  if (inviters.length) return <WhoMay title={w.inviters} people={inviters.slice(0, most)} />
  return (
    <Notice kind="info" title={w.noInviters}>
      {w.noInvitersHint}
    </Notice>
  )
}

/** The same in running text, as the hint of the field in which a colleague is missing. */
export function WhoInvites({ inviters, most }: { inviters: readonly Inviter[]; most: number }) {
  const w = useWords(words)
  return (
    <>
      {w.inviters}:{' '}
      {inviters.slice(0, most).map((inviter, at) => (
        <>
          {at ? '; ' : ''}
          <Reach {...inviter} />
        </>
      ))}
      .
    </>
  )
}

/** What somebody may not do, and who may: by name, with their office and how to reach them. */
export const WhoMay = ({ title, people }: { title: string; people: readonly Inviter[] }) => (
  <Notice kind="info" title={title}>
    <ul>
      {people.map(person => (
        <li key={person.id}>
          <Reach {...person} />
        </li>
      ))}
    </ul>
  </Notice>
)

const Reach = ({ name, office, email, phones }: Inviter) => (
  <>
    {name}, {office}:{' '}
    <a href={`mailto:${email}`}>
      <Email>{email}</Email>
    </a>
    {phones.map(phone => (
      <>
        , <PhoneLink phone={phone} />
      </>
    ))}
  </>
)
