-- What one person does to many things at once: tried first, then done, and put back within a day where nobody has changed the thing since.
create table bulk_act (
  id uuid primary key,
  person_id uuid not null references person,
  -- Which act, as a module contributes it, and what it asks for.
  kind text not null,
  params jsonb not null,
  state text not null default 'planned' check (state in ('planned', 'done', 'undone')),
  created_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz,
  check ((state = 'planned') = (done_at is null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index bulk_act_of on bulk_act (person_id, created_at desc, id desc);

create table bulk_row (
  act_id uuid not null references bulk_act on delete cascade,
  seq integer not null,
  subject_id uuid not null,
  -- The revision that was seen when it was tried, and the one that the act left.
  rev integer,
  rev_after integer,
  outcome text not null check (outcome in ('ready', 'refused', 'done', 'undone', 'kept')),
  -- Why not, in every language.
  reason jsonb,
  -- Field by field from what to what, as the audit trail says it.
  changes jsonb not null default '{}',
  -- What it takes to put it back.
  before jsonb,
  primary key (act_id, seq),
  unique (act_id, subject_id)
);
