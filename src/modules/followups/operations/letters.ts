import { sql } from 'kysely'
import { holdsAnywhere } from '../../../platform/authority/holders.ts'
import { formatDay } from '../../../platform/i18n/format.ts'
import { notify } from '../../../platform/notices/notify.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { letterWords } from '../words/letters.ts'

type Receiver = { id: string }
type Letter = keyof (typeof letterWords)['id']['subjects']
type Subject = { id: string; number: string; action: string; officeId: string; dueOn: string }

/** Tells each of them what happened, `event` once; nobody is told what they did themselves. */
export async function tell(
  context: Context,
  letter: Letter,
  event: string,
  followUp: Subject,
  receivers: readonly Receiver[],
  note?: string | null,
): Promise<void> {
  const others = receivers.filter(({ id }) => id !== context.actor.personId)
  if (!others.length) return
  const office = await context.db.selectFrom('office_card').select('name').where('id', '=', followUp.officeId).executeTakeFirstOrThrow()
  const { id, number, action, dueOn } = followUp
  const told = others.map(({ id: to }) => ({
    to,
    kind: kinds[letter],
    key: event,
    subject: { kind: 'follow_up', id },
    params: { number, action, letter },
  }))
  await notify(context, told, ({ name, locale }) => {
    const letters = letterWords[locale]
    return [
      {
        subject: `[${number}] ${letters.subjects[letter]}: ${action}`,
        text: paragraphs(
          letters.greeting({ name }),
          letters.bodies[letter]({ by: context.actor.name }),
          letters.facts({ number, action, office: office.name, due: formatDay(locale, dueOn) }),
          note ? letters.reason({ text: quoted(note) }) : '',
          letters.open({ url: `${context.baseUrl}/tindak-lanjut/${id}` }),
          letters.closing,
        ),
      },
    ]
  })
}

const kinds = {
  assigned: 'followup.work',
  returned: 'followup.work',
  reopened: 'followup.work',
  reported: 'followup.verify',
  rescheduled: 'followup.news',
  cancelled: 'followup.news',
  verified: 'followup.news',
} satisfies Record<Letter, string>

/** The owner, unless they left or have lost every role: then it is no longer theirs to read. */
export async function ownerOf({ db, clock }: Pick<Context, 'db' | 'clock'>, ownerId: string): Promise<Receiver[]> {
  return db
    .selectFrom('person_card as p')
    .select('p.id')
    .where('p.id', '=', ownerId)
    .where('p.left_at', 'is', null)
    .where(holdsAnywhere('followup.read', sql.ref('p.id'), clock.today()))
    .execute()
}

const paragraphs = (...parts: string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`
/** What somebody wrote stands apart from what Sinergi says. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')
