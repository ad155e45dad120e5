import type { ComponentChild } from 'preact'
import { formatDay } from '../../../platform/i18n/format.ts'
import { Badge } from '../../../web/ui/badge.tsx'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { Email } from '../../../web/ui/email.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Anchors, Gist, PageHead, Section } from '../../../web/ui/page-head.tsx'
import { PhoneLink } from '../../../web/ui/phone-link.tsx'
import { ShortText } from '../../../web/ui/short-text.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Contact, PartnerDetail } from '../schema.ts'
import { words } from '../words.ts'
import { PostButton } from './list.tsx'

/** What one may do here, for contacts by the office that knows each; `own` for somebody who speaks for it. */
export type PartnerPowers = { own: boolean; change: boolean; addContact: boolean; contacts: ReadonlySet<string> }
type Props = {
  partner: PartnerDetail
  may: PartnerPowers
  /** Where a contact asks for a new link to sign in. */
  asksAt: string
  /** What other modules know of it. */
  sections: readonly ComponentChild[]
}

/** Whom to reach, as its lead says, then what is going on with it. */
export function PartnerView({ partner, may, asksAt, sections }: Props) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={partner.name} status={<Badge>{w.classes[partner.class]}</Badge>} lead={may.own ? w.leadOwn : w.leadOne}>
        {may.change ? <ButtonLink href={`/mitra/${partner.id}/ubah`}>{w.contacts.change}</ButtonLink> : null}
      </PageHead>
      <Gist parts={sections} />
      <Definitions
        items={[
          { term: w.parent, value: partner.parent ? <a href={`/mitra/${partner.parent.id}`}>{partner.parent.name}</a> : null },
          { term: w.address, value: partner.address },
          {
            term: w.website,
            value: partner.website ? (
              <a href={partner.website} rel="noopener noreferrer external">
                {partner.website.replace(/^https?:\/\//, '')}
              </a>
            ) : null,
          },
          { term: w.keptBy, value: partner.office?.name },
        ]}
      />
      <Anchors parts={[{ id: 'narahubung', title: w.contacts.title, count: partner.contacts.length }, ...sections]} />
      <Contacts partner={partner} may={may} asksAt={asksAt} />
      {sections}
      {partner.units.length ? (
        <Section title={w.units} id="unit">
          <ul>
            {partner.units.map(unit => (
              <li>
                <a href={`/mitra/${unit.id}`}>{unit.name}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

function Contacts({ partner, may, asksAt }: Omit<Props, 'sections'>) {
  const w = useWords(words)
  const add = may.addContact ? <ButtonLink href={`/mitra/${partner.id}/narahubung/baru`}>{w.contacts.add}</ButtonLink> : null
  return (
    <Section
      title={w.contacts.title}
      id="narahubung"
      lead={may.addContact && !partner.invitable ? `${w.contacts.lead} ${w.contacts.invitedAbove}` : w.contacts.lead}
      aside={add}
    >
      <Table
        caption={w.contacts.title}
        quiet
        rows={partner.contacts}
        columns={[
          { key: 'nama', label: w.contacts.name, kind: 'main', value: contact => contact.name },
          { key: 'jabatan', label: w.contacts.position, value: contact => contact.position ?? '' },
          { key: 'hubungi', label: w.contacts.email, value: contact => <Reach contact={contact} /> },
          { key: 'satker', label: w.keptBy, value: contact => contact.office.name },
          {
            key: 'keadaan',
            label: '',
            kind: 'actions',
            value: contact =>
              may.contacts.has(contact.id) ? <Acts partner={partner} contact={contact} /> : <ContactState contact={contact} />,
          },
        ]}
        below={contact => (may.contacts.has(contact.id) && isInvited(contact) ? <Invitation contact={contact} asksAt={asksAt} /> : null)}
        empty={<EmptyState title={w.contacts.none} />}
      />
    </Section>
  )
}

const Reach = ({ contact: { email, phone } }: { contact: Contact }) => (
  <span>
    {email ? (
      <a href={`mailto:${email}`}>
        <Email>{email}</Email>
      </a>
    ) : null}
    {email && phone ? <br /> : null}
    {phone ? <PhoneLink phone={phone} /> : null}
  </span>
)

function ContactState({ contact: { toOn, invited } }: { contact: Contact }) {
  const w = useWords(words)
  const { locale } = useViewer()
  if (toOn) return <>{w.contacts.ended({ day: formatDay(locale, toOn, 'short') })}</>
  return invited ? <Badge>{w.contacts.mayEnter}</Badge> : null
}

type Invited = Contact & { email: string }
const isInvited = (contact: Contact): contact is Invited => contact.invited && contact.email !== null && !contact.toOn

/** What somebody who was invited may also be told by other means. */
function Invitation({ contact: { name, email, phone }, asksAt }: { contact: Invited; asksAt: string }) {
  const w = useWords(words)
  return <ShortText text={w.contacts.invitation({ name, email, address: asksAt })} phones={phone ? [phone] : []} />
}

function Acts({ partner, contact }: { partner: PartnerDetail; contact: Contact }) {
  const w = useWords(words)
  const base = `/mitra/${partner.id}/narahubung/${contact.id}`
  if (contact.toOn) return <ContactState contact={contact} />
  return (
    <div class="actions">
      <ContactState contact={contact} />
      <ButtonLink href={`${base}/ubah`} kind="quiet">
        {w.contacts.change}
      </ButtonLink>
      {contact.email && (contact.invited || partner.invitable) ? (
        <PostButton action={`${base}/undangan`}>{contact.invited ? w.contacts.inviteAgain : w.contacts.invite}</PostButton>
      ) : null}
    </div>
  )
}
