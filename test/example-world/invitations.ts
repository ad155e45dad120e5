import { hashOfLink, linkToken } from '../../src/modules/invitations/rules/links.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

const token = linkToken(kernel.secret, { invitee: example.ownInvitee, version: 1 })

/** A guest whom nobody has written to, and somebody of the office who waits for an answer. */
export async function seedInvitations(): Promise<void> {
  const binding = { involvement: 'must' as const, mode: 'hybrid' as const }
  const made = { meeting_id: example.meeting, created_at: now.at }
  await db
    .insertInto('meeting_invitation_rule')
    .values([
      { ...made, ...binding, id: example.invitationRule, seq: 1, kind: 'guest', guest: 'Rahasia Tamu', institution: 'Rahasia Dewan' },
      { ...made, ...binding, id: example.personRule, seq: 2, kind: 'person', person_id: example.person },
    ])
    .execute()
  await db
    .insertInto('meeting_invitee')
    .values([
      {
        ...made,
        ...binding,
        id: example.invitee,
        key: `g:${example.invitationRule}`,
        name: 'Rahasia Tamu',
        institution: 'Rahasia Dewan',
        email: 'rahasia.tamu@contoh.id',
      },
      {
        ...made,
        ...binding,
        id: example.ownInvitee,
        key: `p:${example.person}`,
        person_id: example.person,
        office_id: officeId('35.10'),
        name: 'Sari Rahasia',
        position: 'Kepala Subbagian Kerja Sama',
        email: 'sari.rahasia@contoh.go.id',
        rank: 150,
        sent_at: now.at,
        link_hash: hashOfLink(token),
      },
    ])
    .execute()
  await db
    .insertInto('meeting_invitee')
    .values({
      ...made,
      ...binding,
      id: example.proxiedInvitee,
      key: `p:${example.colleague}`,
      person_id: example.colleague,
      office_id: officeId('35.10'),
      name: 'Budi Rahasia',
      email: 'budi.rahasia@contoh.go.id',
      sent_at: now.at,
      answer: 'proxy',
      answered_at: now.at,
    })
    .execute()
  await db
    .insertInto('meeting_proxy')
    .values({
      ...made,
      id: example.proxy,
      invitee_id: example.proxiedInvitee,
      name: 'Rahasia Wakil',
      scopes: ['attend'],
      reason: 'Rahasia alasan',
    })
    .execute()
  await db
    .insertInto('meeting_class')
    .values({ ...made, id: example.meetingClass, name: 'Rahasia Kelas', capacity: 1, units: ['hukum'] })
    .execute()
  await db.updateTable('meeting_invitee').set({ unit: 'hukum' }).where('id', '=', example.invitee).execute()
  await db
    .insertInto('meeting_class_seat')
    .values([
      {
        id: newId(),
        class_id: example.meetingClass,
        invitee_id: example.proxiedInvitee,
        state: 'placed',
        how: 'self',
        asked_at: now.at,
        placed_at: now.at,
      },
    ])
    .execute()
  await db
    .insertInto('meeting_invitee_rule')
    .values([
      { invitee_id: example.invitee, rule_id: example.invitationRule },
      { invitee_id: example.ownInvitee, rule_id: example.personRule },
    ])
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/rapat/:id/daftar-undangan': [
    { id: example.meeting },
    { id: example.runningMeeting },
    `/rapat/${example.meeting}/daftar-undangan?jawaban=waiting&wilayah=35.10`,
    `/rapat/${example.meeting}/daftar-undangan?q=tidak-ada-yang-begini`,
  ],
  '/rapat/:id/daftar-undangan/kirim': [{ id: example.meeting }],
  '/rapat/:id/daftar-undangan/pengingat': [{ id: example.meeting }],
  '/rapat/:id/kelas': [{ id: example.meeting }, { id: example.runningMeeting }],
  '/rapat/:id/kelas/:class': [{ id: example.meeting, class: example.meetingClass }],
  '/rapat/:id/kelas/:class/atur': [{ id: example.meeting, class: example.meetingClass }],
  '/undangan': [{}],
  '/undangan/:id': [{ id: example.ownInvitee }],
  '/jawab/:token': [{ token }],
  '/rapat/:id/daftar-undangan/tambah': [
    { id: example.meeting },
    ...['contacts', 'person', 'guest'].map(kind => `/rapat/${example.meeting}/daftar-undangan/tambah?cara=${kind}`),
  ],
}
