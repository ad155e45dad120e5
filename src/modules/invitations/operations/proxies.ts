import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, reach } from '../../../platform/authority/reach.ts'
import { post } from '../../../platform/mail/mail.ts'
import { letterOf } from '../../../platform/notices/letter.ts'
import { notify } from '../../../platform/notices/notify.ts'
import { type Context, internalOperation, newId, operation } from '../../../platform/operation/operation.ts'
import { checkRevision, invalid, notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id } from '../../../platform/values/shapes.ts'
import { lastRelease } from '../../meetings/queries/programmes.ts'
import { timesText } from '../../meetings/rules/times-text.ts'
import { findInvitation, findInvitationForChange, type InvitationRow, ownFrom } from '../queries/own.ts'
import { busyElsewhere, candidatesFor, findProxyForChange, isInChain, proxiesOf } from '../queries/proxies.ts'
import { readLinkToken } from '../rules/links.ts'
import { MeetingProxy, ProxyByLink, ProxyDraft } from '../schema/proxies.ts'
import { letterWords } from '../words/letters.ts'
import { refusals } from '../words/refusals.ts'
import { linkProblem, mine, subjectOf } from './answers.ts'
import { endProxiesOf, noteParticipants } from './participants.ts'

/** What one chooses from: people of the same office, and the sessions of the released programme. */
const Choices = z.object({
  proxies: z.array(MeetingProxy),
  busy: z.boolean().describe('You must be elsewhere while the meeting goes on'),
  persons: z.array(z.object({ id, name: z.string(), position: z.string() })),
  sessions: z.array(z.object({ id, name: z.string() })),
})

export const showProxies = operation({
  name: 'proxies.show',
  summary: 'Who goes or went in your place to a meeting, and who could',
  power: 'own',
  reads: true,
  input: z.object({ id: id.describe('Of your invitation') }),
  output: Choices,
  example: { id: example.ownInvitee },
  run: async (context, { id }) => proxyChoices(context, mine(context, await findInvitation(context, id))),
})

export async function proxyChoices(context: Pick<Context, 'db'>, row: InvitationRow): Promise<z.infer<typeof Choices>> {
  const release = await lastRelease(context, row.meetingId)
  return {
    proxies: await proxiesOf(context, row),
    persons: (await candidatesFor(context, row)).map(({ id, name, position }) => ({ id, name, position })),
    busy: row.personId !== null && (await busyElsewhere(context, row, [row.personId])).has(row.personId),
    sessions: (release?.sessions ?? []).filter(({ kind }) => kind !== 'break').map(({ id, title }) => ({ id, name: title })),
  }
}

export const appointProxy = operation({
  name: 'proxies.appoint',
  summary:
    'Send somebody in your place to a meeting or to one session of it: somebody of your office, or somebody else with the reason. They send nobody further, and until it ends you do not act there',
  power: 'own',
  input: ProxyDraft,
  output: MeetingProxy,
  example: { id: example.ownInvitee, guest: 'Wakil Rahasia', reason: 'Bertugas di luar kota.', scopes: ['attend', 'speak'], rev: 0 },
  async run(context, { id, ...draft }) {
    return appoint(context, mine(context, await findInvitationForChange(context, id)), draft, 'self')
  },
})

/** The same by the personal link. `key` is that of this installation. */
export const appointByLink = internalOperation({
  name: 'proxies.appointByLink',
  input: ProxyByLink.and(z.object({ key: z.string() })),
  output: MeetingProxy,
  async run(context, { token, key, ...draft }) {
    const said = readLinkToken(key, token)
    const row = said ? await findInvitationForChange(context, said.invitee) : undefined
    if (!row || linkProblem(row, token)) throw notFound()
    return appoint(context, row, draft, 'link')
  },
})

export const endProxy = operation({
  name: 'proxies.end',
  summary:
    'End that somebody goes in the place of an invitee: the invitee has arrived (and attends from then on), or takes it back. For the invitee and for whoever writes the meetings of the hosting office',
  power: 'meeting.write',
  alsoOwn: true,
  input: z.object({ id, how: z.enum(['arrived', 'withdrawn']).default('withdrawn') }),
  output: MeetingProxy,
  example: { id: example.proxy, how: 'arrived' },
  async run(context, { id, how }) {
    reach(context, 'meeting.write')
    const found = await findProxyForChange(context, id)
    const row = found && (await findInvitationForChange(context, found.inviteeId))
    if (!found || !row) throw notFound()
    if (!context.actor.personId || found.principal !== context.actor.personId) {
      if (!canSee(context, row)) throw notFound()
      authorize(context, 'meeting.write', { path: row.path })
    }
    if (found.endedAt) throw new Refusal('conflict', refusals.proxyEnded)
    const now = context.clock.now()
    await context.db
      .updateTable('meeting_proxy')
      .set({ ended_at: now, ended_how: how, ended_by: context.actor.personId })
      .where('id', '=', id)
      .execute()
    if (!found.sessionId) await noteAnswer(context, row, how === 'arrived' ? 'onsite' : 'waiting', how === 'arrived' ? 'arrival' : 'self')
    await noteParticipants(context, row.meetingId, [row.personId, ...(how === 'withdrawn' ? [found.personId] : [])])
    record(context, subjectOf(row), { proxy: found.name }, { proxyEnded: how })
    return one(context, row.id, id)
  },
})

type Arrival = { invitee: string; session: string | null; at: number; mode: 'onsite' | 'online' }

/**
 * Who is noted as there themselves ends that somebody goes in their place, to the whole meeting or to that session: of those sent before
 * they came, not of one whom they sent when they left again.
 */
export async function arrive(context: Context, meetingId: string, arrivals: readonly Arrival[]): Promise<void> {
  if (!arrivals.length) return
  const open = await context.db
    .selectFrom('meeting_proxy')
    .select(['id', 'invitee_id as invitee', 'session_id as session', 'name', 'created_at as since'])
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is', null)
    .where('invitee_id', 'in', [...new Set(arrivals.map(({ invitee }) => invitee))])
    .orderBy('id')
    .forUpdate()
    .execute()
  const principals: (string | null)[] = []
  for (const { id, invitee, session, name, since } of open) {
    const came = arrivals.find(each => each.invitee === invitee && each.at >= since.getTime() && (!session || each.session === session))
    const row = came && (await findInvitationForChange(context, invitee))
    if (!row) continue
    await context.db
      .updateTable('meeting_proxy')
      .set({ ended_at: context.clock.now(), ended_how: 'arrived', ended_by: context.actor.personId })
      .where('id', '=', id)
      .execute()
    if (!session) await noteAnswer(context, row, came.mode, 'arrival')
    principals.push(row.personId)
    record(context, subjectOf(row), { proxy: name }, { proxyEnded: 'arrived' })
  }
  await noteParticipants(context, meetingId, principals)
}

/** Whoever holds nothing over the hosting office is told that there is no such thing. */
const canSee = (context: Context, { path }: InvitationRow): boolean => {
  const own = reach(context, 'meeting.read')
  return own.everywhere || own.at.includes(path) || own.below.some(each => path === each || path.startsWith(`${each}.`))
}

type Draft = Omit<z.output<typeof ProxyDraft>, 'id'>

async function appoint(context: Context, row: InvitationRow, draft: Draft, how: 'self' | 'link'): Promise<MeetingProxy> {
  const { person, guest, institution, email, session, scopes, reason, rev } = draft
  checkRevision(rev, row, refusals.invitee)
  const now = context.clock.now()
  const { problem } = ownFrom(row, now)
  if (problem) throw new Refusal('conflict', refusals.notAnswerable[problem])
  if (row.personId && (await isInChain(context, row.meetingId, row.personId)).stands) throw new Refusal('conflict', refusals.proxyOfProxy)
  const candidate = person ? (await candidatesFor(context, row)).find(each => each.id === person) : undefined
  if (person && !candidate) throw invalid('person', refusals.notOfOffice)
  if (candidate && (await isInChain(context, row.meetingId, candidate.id)).sends) throw invalid('person', refusals.sendsAnother)
  if (session) await checkSession(context, row, session)
  const open = (await proxiesOf(context, row)).filter(({ endedAt }) => !endedAt)
  if (open.some(each => !each.session !== !session)) throw invalid('session', session ? refusals.proxyForAll : refusals.proxyForSome)
  const replaced = open.filter(each => (each.session?.id ?? null) === session).map(each => each.id)
  if (replaced.length) await endProxiesOf(context, row, 'replaced', replaced)
  const proxyId = newId()
  const proxy = { name: candidate?.name ?? guest!, email: candidate?.email ?? email, institution: candidate ? null : institution }
  await context.db
    .insertInto('meeting_proxy')
    .values({
      id: proxyId,
      meeting_id: row.meetingId,
      invitee_id: row.id,
      session_id: session,
      person_id: candidate?.id ?? null,
      ...proxy,
      position: candidate?.position ?? null,
      office_id: candidate ? row.officeId : null,
      scopes,
      reason,
      created_by: context.actor.personId,
      created_at: now,
    })
    .execute()
  if (!session) await noteAnswer(context, row, 'proxy', how, reason)
  await noteParticipants(context, row.meetingId, [row.personId, candidate?.id ?? null])
  record(context, subjectOf(row), null, { proxy: proxy.name, scopes, reason })
  await tell(context, row, proxyId, { ...proxy, personId: candidate?.id ?? null, scopes })
  return one(context, row.id, proxyId)
}

async function checkSession(context: Context, { meetingId }: InvitationRow, session: string): Promise<void> {
  const release = await lastRelease(context, meetingId)
  if (!release?.sessions.some(({ id }) => id === session)) throw invalid('session', refusals.sessionUnknown)
}

async function noteAnswer(
  context: Context,
  row: InvitationRow,
  answer: 'proxy' | 'onsite' | 'online' | 'waiting',
  how: 'self' | 'link' | 'arrival',
  reason: string | null = null,
): Promise<void> {
  const now = context.clock.now()
  await context.db
    .insertInto('meeting_invitee_answer')
    .values({ id: newId(), invitee_id: row.id, answer, reason, how, by: context.actor.personId, at: now })
    .execute()
  await context.db
    .updateTable('meeting_invitee')
    .set({ answer, reason, reason_file: null, answered_at: answer === 'waiting' ? null : now, rev: row.rev + 1 })
    .where('id', '=', row.id)
    .execute()
}

/** Whoever goes in somebody's place to a meeting that has another hour or place is told as when they were sent. */
export async function tellProxiesAgain(context: Context, meetingId: string): Promise<void> {
  const open = await context.db
    .selectFrom('meeting_proxy')
    .select(['id', 'invitee_id as invitee', 'person_id as personId', 'name', 'email', 'scopes'])
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id, invitee, scopes, ...who } of open) {
    const row = await findInvitation(context, invitee)
    if (row && !row.withdrawnAt)
      await tell(context, row, id, { ...who, scopes: scopes as Draft['scopes'] }, ` ${row.startsAt.getTime()} ${row.place}`)
  }
}

type Sent = { personId: string | null; name: string; email: string | null; scopes: Draft['scopes'] }
/** Who goes in somebody's place is told so: in their inbox and by mail, a guest by mail where there is an address. */
async function tell(
  context: Context,
  row: InvitationRow,
  proxyId: string,
  { personId, name, email, scopes }: Sent,
  since = '',
): Promise<void> {
  const times = (locale: Context['locale']) =>
    timesText(locale, { startsAt: row.startsAt.toISOString(), endsAt: row.endsAt?.toISOString() ?? null, zone: row.zone })
  const given = { principal: row.name, title: row.title, office: row.hostName, where: [row.place, row.link].filter(Boolean).join(', ') }
  if (personId) {
    const about = { kind: 'meeting', id: row.meetingId }
    const params = { principal: row.name, title: row.title }
    await notify(context, [{ to: personId, kind: 'meeting.proxy', key: `${proxyId}${since}`, subject: about, params }], receiver => [
      letterOf(letterWords[receiver.locale].proxy, {
        ...given,
        name,
        when: times(receiver.locale),
        scopes: scopesIn(receiver.locale, scopes),
      }),
    ])
  } else if (email) {
    const letter = letterOf(letterWords.id.proxy, { ...given, name, when: times('id'), scopes: scopesIn('id', scopes) })
    await post(context, { to: email, ...letter })
  }
}

const scopesIn = (locale: Context['locale'], scopes: Draft['scopes']): string =>
  scopes.map(scope => letterWords[locale].scopes[scope]).join(', ')

async function one(context: Context, invitee: string, proxy: string): Promise<MeetingProxy> {
  const row = (await findInvitation(context, invitee))!
  return (await proxiesOf(context, row)).find(({ id }) => id === proxy)!
}
