import { sql } from 'kysely'
import { officeId } from '../src/modules/organisation/schema.ts'
import { newId } from '../src/platform/operation/operation.ts'
import { example } from '../src/platform/values/example-ids.ts'
import { db, now } from './world.ts'

/** What every row of the example world says after `seedHostileTexts`: a formula, elements, a change of direction, templates, no space. */
const evil = `=cmd|'/C_calc'!A0<script>alert(1)</script><img/src=x/onerror=alert(2)>\u202egnp.exe{tag}#eval(1)👩‍👩‍👧`
/** A line of at most so many characters, without a space. */
const line = (most: number): string => evil + 'W'.repeat(most - evil.length)
/** Paragraphs are the longest: 10,000 characters without a space. */
const long = line(10_000)

/** Writes hostile text over everything that people wrote in the example world, in every table at once. */
export async function seedHostileTexts(): Promise<void> {
  await db
    .updateTable('office')
    .set({ name: line(200) })
    .where('id', '=', officeId('35.10'))
    .execute()
  await db
    .updateTable('partner')
    .set({ name: line(250), address: line(300) })
    .execute()
  await db
    .updateTable('partner_contact')
    .set({ name: line(200), position: line(200), phone: line(120) })
    .execute()
  await db
    .updateTable('person')
    .set({ name: line(200), phones: [line(120)] })
    .where('id', 'in', [example.person, example.colleague])
    .execute()
  await db
    .updateTable('position')
    .set({ name: line(200) })
    .where('id', '=', example.position)
    .execute()
  await db
    .updateTable('api_token')
    .set({ name: line(150) })
    .execute()
  await db.updateTable('auth_session').set({ userAgent: long }).execute()
  await db
    .updateTable('mail_message')
    .set({ subject: line(300), body: long, recipient: `${'w'.repeat(200)}@contoh.go.id` })
    .execute()
  await db
    .updateTable('stored_file')
    .set({ name: line(250) })
    .execute()
  const gone = { id: newId(), name: line(250), type: 'application/pdf', size: 1, sha256: '0', key: 'ff/gone', created_at: now.at }
  await db.insertInto('stored_file').values(gone).execute() // the check of the files names it
  await sql`update notice set params = (select jsonb_object_agg(key, case jsonb_typeof(value) when 'string' then to_jsonb(${line(300)}::text)
    else value end) from jsonb_each(params))`.execute(db)
  await agreements()
  await db.updateTable('finding').set({ text: long }).execute()
  await db.updateTable('finding').set({ dismissed_reason: long }).where('id', '=', example.dismissedFinding).execute()
  await db
    .updateTable('follow_up')
    .set({ action: line(500), detail: long, origin_label: line(300), origin_kind: 'finding', origin_id: example.finding })
    .execute()
  for (const follow_up_id of [example.followUp, example.reportedFollowUp])
    await db
      .insertInto('follow_up_event')
      .values({ id: newId(), follow_up_id, kind: 'reported', by: example.colleague, at: now.at, note: long })
      .execute()
  await evaluation()
  await meetings()
  await invitations()
  await rounds()
  await minutes()
  await db
    .updateTable('import_batch')
    .set({ name: line(250) })
    .execute()
  await db
    .updateTable('run')
    .set({ refusal: JSON.stringify({ id: long, en: long }) })
    .execute()
  await sql`update import_row set original = (select jsonb_object_agg(key, ${line(1000)}::text) from jsonb_each(original))`.execute(db)
  await db
    .updateTable('report')
    .set({ title: line(300) })
    .execute()
  const lines = [{ kind: 'person', id: example.person, reach: ['id.35.3510'], partnerId: null, changes: { name: [line(200), long] } }]
  await sql`select append_audit(${now.at}, null, ${line(200)}, 'setup', 'persons.change', ${JSON.stringify(lines)}::jsonb)`.execute(db)
}

async function agreements(): Promise<void> {
  await db
    .updateTable('agreement')
    .set({ title: line(500), place: line(150) })
    .execute()
  await db
    .updateTable('agreement')
    .set({ openness: 'excluded', exclusion_reason: line(300) })
    .where('id', 'in', [example.draftAgreement, example.excludedAgreement])
    .execute()
  await db
    .updateTable('agreement_party')
    .set({ number: line(120), signatory: line(200), signatory_position: line(200), authority: line(200) })
    .execute()
  await db
    .updateTable('agreement_scope')
    .set({ text: line(500) })
    .execute()
  await db
    .updateTable('obligation')
    .set({ article: line(120), text: long, indicator: long, target: long })
    .execute()
  await db
    .insertInto('agreement_event')
    .values({ id: newId(), agreement_id: example.agreement, kind: 'negotiation', happened_on: '2024-01-10', note: long, at: now.at })
    .execute()
  await db
    .updateTable('agreement_document')
    .set({ label: line(200) })
    .execute()
  await sql`select refresh_agreements(array(select id from agreement))`.execute(db)
}

async function evaluation(): Promise<void> {
  await db
    .updateTable('cycle')
    .set({ name: line(200) })
    .execute()
  const asked = JSON.stringify([{ id: example.obligation, article: line(120), text: long, bearer: line(200), dueOn: null }])
  await sql`update assignment set obligations = ${asked}::jsonb, extension_reason = ${long}`.execute(db)
  await sql`update answer set value = to_jsonb(${long}::text) where jsonb_typeof(value) = 'string' and value #>> '{}' like '% %'`.execute(
    db,
  )
  const value = sql<never>`to_jsonb(${long}::text)`
  for (const key of ['suggestion', 'obstacle', 'solution'])
    await db
      .insertInto('answer')
      .values({ id: newId(), assignment_id: example.assignment, key, value, rev: 2, at: now.at })
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

/** The link stays one, or its page would be refused as what nobody can have typed. */
async function minutes(): Promise<void> {
  await db
    .updateTable('minutes')
    .set({ title: line(300) })
    .execute()
  await db
    .updateTable('minutes_passage')
    .set({ speaker: line(200), text: long, conclusion: line(3000) })
    .execute()
  await db
    .updateTable('minutes_correction')
    .set({ text: line(3000) })
    .execute()
  await db
    .updateTable('decision')
    .set({ text: line(5000), note: line(3000) })
    .execute()
  await db
    .insertInto('minutes_event')
    .values({ id: newId(), minutes_id: example.minutes, kind: 'returned', by: example.colleague, at: now.at, note: line(2000) })
    .execute()
}

async function invitations(): Promise<void> {
  await db
    .updateTable('meeting_invitation_rule')
    .set({ guest: line(200), institution: line(200) })
    .where('kind', '=', 'guest')
    .execute()
  await db
    .updateTable('meeting_invitee')
    .set({ name: line(200), institution: line(200), position: line(200), reason: line(500) })
    .execute()
  await db
    .updateTable('meeting_proxy')
    .set({ name: line(200), institution: line(200), position: line(200), reason: line(500) })
    .execute()
}

async function rounds(): Promise<void> {
  await db
    .updateTable('round')
    .set({ title: line(300) })
    .execute()
  await db
    .updateTable('round_entry')
    .set({ stage: line(200), topic: line(300) })
    .execute()
  await db
    .updateTable('award_criterion')
    .set({ name: line(200) })
    .execute()
}

async function meetings(): Promise<void> {
  await db
    .updateTable('meeting')
    .set({ title: line(300), theme: line(300), unit: line(200), place: line(300), legal_basis: line(5000) })
    .execute()
  await db
    .updateTable('meeting_objective')
    .set({ text: line(500), outcome: line(2000) })
    .execute()
  await db
    .insertInto('meeting_event')
    .values({ id: newId(), meeting_id: example.meeting, kind: 'restored', by: example.colleague, at: now.at, note: line(2000) })
    .execute()
  await db
    .updateTable('meeting_session')
    .set({ title: line(300), description: line(5000), class: line(200), owner: line(200), room: line(200) })
    .execute()
  await db
    .updateTable('meeting_part')
    .set({ guest: line(200), institution: line(200), behalf_of: line(200) })
    .where('guest', 'is not', null)
    .execute()
  await db
    .updateTable('meeting_slot')
    .set({ title: line(300), room: line(200) })
    .execute()
  await sql`update meeting_release set sessions = (select jsonb_agg(each || ${JSON.stringify({ title: line(300), room: line(200) })}::jsonb)
    from jsonb_array_elements(sessions) each)`.execute(db)
}
