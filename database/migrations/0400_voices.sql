-- What participants send from the floor of a session (docs/decisions/053). What says the same in one session is one topic, with a state
-- and an answer; every voice stays as its sender wrote it.
create table voice_topic (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  -- Absent where the meeting has no programme.
  session_id uuid references meeting_session,
  session text not null,
  kind text not null check (kind in ('obstacle', 'suggestion', 'criticism', 'solution', 'question')),
  -- As whoever said it first wrote it.
  text text not null,
  sentence uuid not null generated always as (sentence_key(text)) stored,
  state text not null check (state in ('new', 'answered', 'finding', 'aside')),
  -- To those who said it; of what was set aside, why.
  reply text,
  replied_by uuid references person,
  replied_at timestamptz,
  finding_id uuid references finding,
  -- Somebody said that it is the same as that one, which has its voices now.
  joined_to uuid references voice_topic,
  created_at timestamptz not null,
  rev integer not null default 0,
  check ((state = 'finding') = (finding_id is not null)),
  check (state not in ('answered', 'aside') or reply is not null)
);
create unique index voice_topic_sentence on voice_topic (meeting_id, coalesce(session_id, meeting_id), kind, sentence);
create index voice_topic_finding on voice_topic (finding_id);
create trigger voice_topic_history after update or delete on voice_topic for each row execute function keep_revision();

create table voice (
  -- Made where it was written: sent again it is the same.
  id uuid primary key,
  topic_id uuid not null references voice_topic,
  meeting_id uuid not null references meeting,
  session_id uuid references meeting_session,
  kind text not null check (kind in ('obstacle', 'suggestion', 'criticism', 'solution', 'question')),
  text text not null,
  -- Which agreement or partner is meant, in the sender's words.
  about text,
  -- Who sent it: as they are invited, or by their part in the session.
  invitee_id uuid references meeting_invitee,
  person_id uuid references person,
  name text not null,
  position text,
  office_id uuid references office,
  institution text,
  partner_id uuid references partner,
  behalf_of text,
  created_at timestamptz not null,
  check (invitee_id is not null or person_id is not null)
);
create index voice_topic_of on voice (topic_id, created_at);
create index voice_meeting on voice (meeting_id);
create index voice_person on voice (person_id, meeting_id);
create index voice_invitee on voice (invitee_id);
create trigger voice_history after update or delete on voice for each row execute function keep_revision();
