import { Email } from '../../../web/ui/email.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PhoneLink } from '../../../web/ui/phone-link.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Inviter } from '../schema.ts'
import { words } from '../words.ts'

/** For whoever misses a colleague but may not invite one: who may, nearest first; `most` of them where something else follows. */
export function Inviters({ inviters, most }: { inviters: readonly Inviter[]; most?: number }) {
  const w = useWords(words)
  return <WhoMay lead={inviters.length ? w.inviters : w.noInviters} people={inviters.slice(0, most)} />
}

/** What somebody may not do, and who may: by name, with their office and how to reach them. */
export function WhoMay({ lead, people }: { lead: string; people: readonly Inviter[] }) {
  return (
    <Notice kind="info">
      <p>{lead}</p>
      {people.length ? (
        <ul>
          {people.map(({ id, name, office, email, phones }) => (
            <li key={id}>
              {name}, {office}:{' '}
              <a href={`mailto:${email}`}>
                <Email>{email}</Email>
              </a>
              {phones.map(phone => (
                <>
                  , <PhoneLink phone={phone} />
                </>
              ))}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  )
}
