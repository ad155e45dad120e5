import { hashOfLink, linkToken } from '../../src/modules/invitations/rules/links.ts'
import { meetingKindId } from '../../src/modules/meetings/schema/meetings.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { newId } from '../../src/platform/operation/operation.ts'
import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'
import { db, kernel, now } from '../world.ts'

/** A meeting that goes on, to which somebody is invited who has said something; two things wait, one is answered. */
export async function seedVoices(): Promise<void> {
  const made = { meeting_id: example.voiceMeeting, created_at: now.at }
  await db
    .insertInto('meeting')
    .values({
      id: example.voiceMeeting,
      number: 'RP-2020-0401',
      kind_id: meetingKindId('rakor'),
      title: 'Rahasia rapat bersuara',
      office_id: officeId('35.10'),
      mode: 'online',
      starts_at: now.at,
      state: 'running',
      created_at: now.at,
    })
    .execute()
  const invitee = example.voiceInvitee
  await db
    .insertInto('meeting_invitee')
    .values({
      ...made,
      id: invitee,
      key: `p:${example.person}`,
      person_id: example.person,
      office_id: officeId('35.10'),
      name: 'Sari Rahasia',
      involvement: 'must',
      mode: 'hybrid',
      sent_at: now.at,
      link_hash: hashOfLink(linkToken(kernel.secret, { invitee, version: 1 })),
    })
    .execute()
  const topic = { ...made, session: 'Rahasia sesi', kind: 'obstacle' as const, state: 'new' as const }
  await db
    .insertInto('voice_topic')
    .values([
      { ...topic, id: example.voiceTopic, text: 'Rahasia kendala' },
      { ...topic, id: example.otherVoiceTopic, text: 'Rahasia kendala lain' },
    ])
    .execute()
  await db
    .insertInto('voice_topic')
    .values({
      ...{ ...topic, id: example.answeredVoiceTopic, text: 'Rahasia yang dijawab', state: 'answered', reply: 'Rahasia jawaban' },
      ...{ replied_by: example.colleague, replied_at: now.at },
    })
    .execute()
  const sent = { ...made, kind: 'obstacle' as const, about: 'Rahasia mitra', invitee_id: invitee, person_id: example.person }
  const sender = { name: 'Sari Rahasia', position: 'Rahasia jabatan', office_id: officeId('35.10') }
  await db
    .insertInto('voice')
    .values([
      { ...sent, ...sender, id: example.voice, topic_id: example.voiceTopic, text: 'Rahasia kendala' },
      { ...sent, ...sender, id: newId(), topic_id: example.otherVoiceTopic, text: 'Rahasia kendala lain' },
      { ...sent, ...sender, id: newId(), topic_id: example.answeredVoiceTopic, text: 'Rahasia yang dijawab' },
    ])
    .execute()
}

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/rapat/:id/suara': [
    { id: example.voiceMeeting },
    { id: example.meeting },
    `/rapat/${example.voiceMeeting}/suara?jenis=obstacle&status=new`,
    `/rapat/${example.voiceMeeting}/suara?q=tidak-ada-yang-begini`,
  ],
  '/rapat/:id/suara/kirim': [{ id: example.voiceMeeting }, { id: example.meeting }],
  '/jawab/:token/suara': [{ token: linkToken(kernel.secret, { invitee: example.voiceInvitee, version: 1 }) }],
  '/suara/:id': [{ id: example.voiceTopic }, { id: example.answeredVoiceTopic }],
  '/suara/:id/jawaban': [{ id: example.voiceTopic }, { id: example.answeredVoiceTopic }],
  '/suara/:id/temuan': [{ id: example.voiceTopic }],
  '/suara/:id/pengesampingan': [{ id: example.voiceTopic }],
  '/suara/:id/gabungan': [{ id: example.voiceTopic }],
}
