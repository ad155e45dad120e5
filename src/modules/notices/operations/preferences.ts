import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { scheduleDigest } from '../../../platform/notices/digest.ts'
import { receiversOf } from '../../../platform/notices/receivers.ts'
import { type Context, operation, self } from '../../../platform/operation/operation.ts'
import { invalid } from '../../../platform/refusals/refusal.ts'
import { list, optional, rule, wholeFrom, written } from '../../../platform/values/shapes.ts'
import { MailMode, Preferences } from '../schema.ts'
import { refusals } from '../words/refusals.ts'
import { noticeWords } from '../words.ts'

const hour = wholeFrom(0, 23)
const choice = written(/^[\w.-]+:(now|digest|off)$/, refusals.preferenceMalformed)

const bothOrNone = refusals.quietHourMissing

export const showPreferences = operation({
  name: 'notices.preferences',
  summary:
    'How you are told: of each kind whether by letter at once (`now`), in the summary of the day (`digest`) or in the inbox alone (`off`); your hours',
  power: 'own',
  reads: true,
  input: z.object({}),
  output: Preferences,
  example: {},
  run: context => preferencesOf(context),
})

export const changePreferences = operation({
  name: 'notices.prefer',
  summary:
    'Choose how you are told: `mail` has entries such as `followup.due:off`, others stay as they are; without quiet hours there are none',
  power: 'own',
  input: z
    .object({
      mail: list(choice).optional(),
      digestHour: hour.optional(),
      quietFrom: optional(hour),
      quietTo: optional(hour),
    })
    .refine(
      ({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null),
      rule(['quietTo'], bothOrNone, ['quietFrom', 'quietTo']),
    ),
  output: Preferences,
  example: { mail: ['followup.due:now'], digestHour: 8, quietFrom: 21, quietTo: 6 },
  async run(context, { mail, digestHour, quietFrom, quietTo }) {
    const before = await preferencesOf(context)
    if (mail) await keepKinds(context, mail)
    const personId = self(context)
    const hours = { digest_hour: digestHour ?? before.digestHour, quiet_from: quietFrom, quiet_to: quietTo }
    await context.db
      .insertInto('notice_hours')
      .values({ person_id: personId, ...hours })
      .onConflict(conflict => conflict.column('person_id').doUpdateSet(hours))
      .execute()
    const waits = await context.db
      .selectFrom('notice')
      .select('id')
      .where('person_id', '=', personId)
      .where('mail', '=', 'digest')
      .where('mailed_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    const receiver = (await receiversOf(context, [personId])).get(personId)
    if (waits && receiver) await scheduleDigest(context, receiver)
    const after = await preferencesOf(context)
    record(
      context,
      { kind: 'person', id: personId, reach: context.actor.office ? [context.actor.office.path] : [] },
      auditedFields(context, before),
      auditedFields(context, after),
    )
    return after
  },
})

async function preferencesOf(context: Context): Promise<Preferences> {
  const { rows } = await sql<{ hours: Omit<Preferences, 'kinds'> | null; mail: Record<string, Preferences['kinds'][number]['mail']> }>`
    select (select jsonb_build_object('digestHour', h.digest_hour, 'quietFrom', h.quiet_from, 'quietTo', h.quiet_to)
        from notice_hours h where h.person_id = ${self(context)}) as hours,
      (select coalesce(jsonb_object_agg(c.kind, c.mail), '{}') from notice_preference c where c.person_id = ${self(context)}) as mail`.execute(
    context.db,
  )
  const { hours, mail } = rows[0]!
  const kinds = [...context.noticeKinds.values()].map(({ kind, names, mail: usual, isRequired = false }) => ({
    kind,
    name: names[context.locale],
    mail: mail[kind] ?? usual,
    isRequired,
  }))
  return { kinds, ...(hours ?? { digestHour: 7, quietFrom: null, quietTo: null }) }
}

async function keepKinds(context: Context, chosen: readonly string[]): Promise<void> {
  const choices = chosen.map(each => {
    const [kind, mail] = each.split(':') as [string, string]
    return { kind, mail: MailMode.parse(mail) }
  })
  for (const { kind, mail } of choices) {
    const known = context.noticeKinds.get(kind)
    if (!known) throw invalid('mail', refusals.noticeKindUnknown)
    if (known.isRequired && mail === 'off') throw invalid('mail', refusals.noticeKindRequired({ names: known.names }))
  }
  const last = new Map(choices.map(each => [each.kind, { person_id: self(context), ...each }]))
  // Only what is not as usual is kept, so that a usual way that changes reaches whoever never chose another.
  const own = [...last.values()].filter(({ kind, mail }) => context.noticeKinds.get(kind)?.mail !== mail)
  await context.db
    .deleteFrom('notice_preference')
    .where('person_id', '=', self(context))
    .where(sql<boolean>`kind = any (${[...last.keys()]}::text[])`)
    .execute()
  if (own.length) await context.db.insertInto('notice_preference').values(own).execute()
}

const auditedFields = (context: Context, { digestHour, quietFrom, quietTo, kinds }: Preferences) => ({
  digestHour,
  quietFrom,
  quietTo,
  noticeMail: kinds.map(({ name, mail }) => `${name}: ${noticeWords[context.locale].mail[mail]}`).join('; '),
})
