import { sql } from 'kysely'
import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'
import { post } from '../../../platform/mail/mail.ts'
import type { Context } from '../../../platform/operation.ts'
import { holdsAnywhere } from '../queries/people.ts'
import type { Reminder } from '../rules.ts'
import { letterWords } from '../words/letters.ts'

export type Receiver = { id: string; name: string; email: string; locale: Locale }
type Letter = keyof (typeof letterWords)['id']['subjects']
type Subject = { id: string; number: string; action: string; officeId: string; dueOn: string }

/** One letter to each of them in their own language; nobody is written to about what they did themselves. */
export async function write(
  context: Context,
  letter: Letter,
  followUp: Subject,
  receivers: readonly Receiver[],
  note?: string | null,
): Promise<void> {
  const others = receivers.filter(({ id }) => id !== context.actor.personId)
  if (!others.length) return
  const office = await context.db.selectFrom('office').select('name').where('id', '=', followUp.officeId).executeTakeFirstOrThrow()
  for (const { name, email, locale } of others) {
    const letters = letterWords[locale]
    await post(context, {
      to: email,
      subject: `[${followUp.number}] ${letters.subjects[letter]}: ${followUp.action}`,
      text: paragraphs(
        letters.greeting(name),
        letters.bodies[letter](context.actor.name),
        letters.facts(followUp.number, followUp.action, office.name, formatDay(locale, followUp.dueOn)),
        note ? letters.reason(quoted(note)) : '',
        letters.open(addressOf(context, followUp.id)),
        letters.closing,
      ),
    })
  }
}

/** The owner, unless they have no address, left or have lost every role: then it is no longer theirs to read. */
export async function ownerOf({ db, clock }: Pick<Context, 'db' | 'clock'>, ownerId: string): Promise<Receiver[]> {
  return db
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.email', 'p.locale'])
    .where('p.id', '=', ownerId)
    .where('p.left_at', 'is', null)
    .where('p.email', 'is not', null)
    .$narrowType<{ email: string }>()
    .where(holdsAnywhere('followup.read', sql.ref('p.id'), clock.today()))
    .execute()
}

export type Reminded = Subject & { office: string; kind: Reminder }
/** Everything that one owner must be reminded of today, in one letter: what is late first. */
export async function remind(context: Context, { name, email, locale }: Receiver, followUps: readonly Reminded[]): Promise<void> {
  const letters = letterWords[locale]
  const groups = (['late', 'today', 'soon'] as const)
    .map(kind => [kind, followUps.filter(each => each.kind === kind)] as const)
    .filter(([, some]) => some.length)
  const late = followUps.filter(({ kind }) => kind === 'late').length
  await post(context, {
    to: email,
    subject: late ? letters.reminder.late(formatNumber(locale, late)) : letters.reminder.ahead(formatNumber(locale, followUps.length)),
    text: paragraphs(
      letters.greeting(name),
      ...groups.flatMap(([kind, some]) => [
        `${letters.reminder.groups[kind]}:`,
        ...some.map(
          each =>
            `${letters.facts(each.number, each.action, each.office, formatDay(locale, each.dueOn))}\n${letters.open(addressOf(context, each.id))}`,
        ),
      ]),
      letters.reminder.text,
      letters.closing,
    ),
  })
}

const addressOf = ({ baseUrl }: Pick<Context, 'baseUrl'>, id: string): string => `${baseUrl}/tindak-lanjut/${id}`
const paragraphs = (...parts: string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`
/** What somebody wrote stands apart from what Sinergi says. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')
