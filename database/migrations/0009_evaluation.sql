create table instrument (
  id uuid primary key,
  key text not null,
  version integer not null,
  definition jsonb not null,
  published_at timestamptz not null,
  unique (key, version)
);
create trigger instrument_is_append_only before update or delete on instrument for each statement execute function refuse_change();

create table cycle (
  id uuid primary key,
  name text not null,
  instrument_id uuid not null references instrument,
  office_id uuid not null references office,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  opens_on date not null,
  due_on date not null check (due_on >= opens_on),
  closes_on date not null check (closes_on >= due_on),
  scope jsonb not null default '{}',
  opened_at timestamptz,
  closed_at timestamptz,
  created_by uuid references person,
  created_at timestamptz not null
);
create trigger cycle_history after update or delete on cycle for each row execute function keep_revision();

-- One form to fill: an office, an agreement, a side, in a cycle.
create table target (
  id uuid primary key,
  cycle_id uuid not null references cycle,
  agreement_id uuid not null references agreement,
  office_id uuid not null references office,
  side text not null check (side in ('kpu', 'partner')),
  partner_id uuid references partner,
  obligations jsonb not null default '[]',
  extended_to date,
  extension_reason text,
  -- Counts the changes of answers: each answer carries the count at which it was last changed.
  rev integer not null default 0,
  started_at timestamptz,
  submitted_at timestamptz,
  submitted_by uuid references person,
  late boolean not null default false,
  -- What follows from the answers, kept when they are submitted, so that a roll-up reads no answers: the score; by question or
  -- `section/…` how many answers have points, and their sum in hundredths; and each choice that was chosen, `question=choice`, as
  -- often as it was (rules/tally.ts).
  score numeric(5, 2),
  sections jsonb,
  item_keys text[],
  item_counts integer[],
  item_sums bigint[],
  choices text[],
  maturity integer check (maturity between 1 and 4),
  rating integer check (rating between 1 and 5),
  recommendation text,
  check ((side = 'partner') = (partner_id is not null)),
  check (submitted_at is not null or (score is null and item_keys is null and choices is null and not late)),
  unique nulls not distinct (cycle_id, agreement_id, side, office_id, partner_id)
);
create index target_cycle on target (cycle_id, office_id);
create index target_waiting on target (cycle_id, agreement_id) where submitted_at is null;
create index target_agreement on target (agreement_id);
create index target_office on target (office_id) where submitted_at is null;
create index target_partner on target (partner_id) where partner_id is not null;
create trigger target_history after update of extended_to, extension_reason, submitted_at, recommendation, maturity, score or delete on target for each row execute function keep_revision();

create table answer (
  id uuid primary key,
  target_id uuid not null references target,
  key text not null,
  value jsonb not null,
  rev integer not null,
  by uuid references person,
  at timestamptz not null,
  unique (target_id, key)
);
create trigger answer_history after update or delete on answer for each row execute function keep_revision();

-- What happened to a form: submitted, returned for correction, given more time.
create table target_event (
  id uuid primary key,
  target_id uuid not null references target,
  kind text not null check (kind in ('submitted', 'returned', 'extended')),
  note text check ((note is null) = (kind = 'submitted')),
  by uuid references person,
  at timestamptz not null
);
create index target_event_target on target_event (target_id, at);
create trigger target_event_is_append_only before update or delete on target_event for each statement execute function refuse_change();

-- Files that came with the answers to one question. An answer may name only these.
create table answer_file (
  file_id uuid primary key references stored_file,
  target_id uuid not null references target,
  key text not null
);
create index answer_file_target on answer_file (target_id);

-- Letters about a form: one of a kind, person and day, so that a second run on the same day tells nothing twice.
create table target_letter (
  target_id uuid not null references target,
  person_id uuid not null references person,
  kind text not null check (kind in ('invitation', 'before_21', 'before_14', 'before_7', 'overdue')),
  day date not null,
  at timestamptz not null,
  primary key (target_id, person_id, kind, day)
);

-- Inviting all partners of a cycle takes a while: how far it is.
create table invitation_run (
  id uuid primary key,
  cycle_id uuid not null references cycle,
  total integer not null,
  done integer not null default 0,
  letters integer not null default 0,
  last_target uuid,
  started_by uuid references person,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index invitation_run_cycle on invitation_run (cycle_id, started_at desc);
