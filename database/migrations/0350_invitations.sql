-- Who is invited to a meeting (docs/decisions/046): rules that stay rules, the invitees that they come to on the day of the meeting, what
-- each of them answers, and who goes in their place.

create view appointment_card as select id, person_id, office_id, position_id, unit, acting, from_on, to_on from appointment;
create view position_card as select id, name, level, rank, kind from position;
create view partner_contact_card as select id, partner_id, office_id, person_id, name, position, email, phone, from_on, to_on from partner_contact;
create or replace view meeting_card as select id, number, title, office_id, state, starts_at, ends_at, theme, mode, place, link from meeting;

-- Whoever is invited reads the meeting.
create table meeting_reader (
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  primary key (meeting_id, person_id)
);
create index meeting_reader_person on meeting_reader (person_id);

-- Positions of offices, contacts of partners, a person, or a guest; whoever these are is asked of the day of the meeting.
create table meeting_invitation_rule (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  seq integer not null,
  kind text not null check (kind in ('positions', 'contacts', 'person', 'guest')),
  -- Names or kinds of the register of positions, and divisions or sections of them; without units all.
  positions text[] not null default '{}',
  units text[] not null default '{}',
  -- Offices of these levels, and of these only those at or below these places.
  levels text[] not null default '{}',
  places uuid[] not null default '{}',
  -- Partners of these classes, or these.
  classes text[] not null default '{}',
  partners uuid[] not null default '{}',
  person_id uuid references person,
  guest text,
  institution text,
  email text,
  involvement text not null check (involvement in ('must', 'expected', 'optional')),
  mode text not null check (mode in ('onsite', 'online', 'hybrid')),
  created_by uuid references person,
  created_at timestamptz not null,
  removed_at timestamptz,
  check ((kind = 'positions') = (positions <> '{}' and levels <> '{}')),
  check ((kind = 'contacts') = (classes <> '{}' or partners <> '{}')),
  check ((kind = 'person') = (person_id is not null)),
  check ((kind = 'guest') = (guest is not null))
);
create index meeting_invitation_rule_meeting on meeting_invitation_rule (meeting_id, seq);
create trigger meeting_invitation_rule_history after update or delete on meeting_invitation_rule for each row execute function keep_revision();

-- Somebody who is invited: by name, position and office as on the day of the meeting. What was sent stays as it was sent.
create table meeting_invitee (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  -- Who it is, whichever rules name them: `p:` a person, `c:` a contact of a partner, `g:` the guest of a rule.
  key text not null,
  person_id uuid references person,
  contact_id uuid references partner_contact,
  partner_id uuid references partner,
  office_id uuid references office,
  name text not null,
  email text,
  institution text,
  position text,
  unit text,
  acting text,
  rank integer not null default 999,
  involvement text not null check (involvement in ('must', 'expected', 'optional')),
  mode text not null check (mode in ('onsite', 'online', 'hybrid')),
  sent_at timestamptz,
  -- The official number of the letter.
  letter text,
  -- No rule names them any more; left out by somebody, with the reason.
  gone_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  answer text not null default 'waiting' check (answer in ('waiting', 'onsite', 'online', 'declined', 'proxy')),
  answered_at timestamptz,
  reason text,
  reason_file uuid references stored_file,
  -- The personal link: which of them counts, and the hash of its secret.
  link_version integer not null default 1,
  link_hash text unique,
  link_revoked_at timestamptz,
  created_at timestamptz not null,
  rev integer not null default 0,
  unique (meeting_id, key),
  check ((answer = 'waiting') = (answered_at is null))
);
create index meeting_invitee_person on meeting_invitee (person_id, meeting_id);
create index meeting_invitee_office on meeting_invitee (office_id);

create table meeting_invitee_rule (
  invitee_id uuid not null references meeting_invitee on delete cascade,
  rule_id uuid not null references meeting_invitation_rule,
  primary key (invitee_id, rule_id)
);
create index meeting_invitee_rule_rule on meeting_invitee_rule (rule_id);

-- Every answer that an invitee gave, the last being the one that counts.
create table meeting_invitee_answer (
  id uuid primary key,
  invitee_id uuid not null references meeting_invitee on delete cascade,
  answer text not null check (answer in ('waiting', 'onsite', 'online', 'declined', 'proxy')),
  reason text,
  reason_file uuid references stored_file,
  how text not null check (how in ('link', 'self', 'host', 'arrival')),
  by uuid references person,
  at timestamptz not null
);
create index meeting_invitee_answer_invitee on meeting_invitee_answer (invitee_id, at);
create trigger meeting_invitee_answer_history after update or delete on meeting_invitee_answer for each row execute function keep_revision();

-- Who goes in the place of an invitee, to the whole meeting or to one session; until it ends the invitee does not act there.
create table meeting_proxy (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  invitee_id uuid not null references meeting_invitee,
  session_id uuid references meeting_session,
  person_id uuid references person,
  name text not null,
  email text,
  institution text,
  position text,
  office_id uuid references office,
  scopes text[] not null check (scopes <> '{}' and scopes <@ array['attend', 'speak', 'vote', 'sign']),
  reason text,
  created_by uuid references person,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('arrived', 'withdrawn', 'replaced')),
  ended_by uuid references person,
  check ((ended_at is null) = (ended_how is null))
);
create unique index meeting_proxy_open on meeting_proxy (invitee_id, coalesce(session_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;
create index meeting_proxy_meeting on meeting_proxy (meeting_id);
create index meeting_proxy_person on meeting_proxy (person_id);
create trigger meeting_proxy_history after update or delete on meeting_proxy for each row execute function keep_revision();

-- What other modules read: `state` is `draft` before the invitation was sent, then `sent`, or `withdrawn`.
create view meeting_invitee_card as
  select id, meeting_id, person_id, contact_id, partner_id, office_id, name, institution, position, unit, acting, rank, involvement, mode,
    case when withdrawn_at is not null then 'withdrawn' when sent_at is not null then 'sent' else 'draft' end as state,
    sent_at, letter, gone_at, answer, answered_at, reason, link_version, link_hash, link_revoked_at
  from meeting_invitee;
create view meeting_proxy_card as
  select id, meeting_id, invitee_id, session_id, person_id, name, institution, position, office_id, scopes, reason, created_at, ended_at, ended_how from meeting_proxy;
