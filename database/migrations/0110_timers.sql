-- Things that are to happen at a moment: the closing of a cycle, a reminder. One row a kind, subject and key; see platform/timers.
create table timer (
  id uuid primary key,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  key text not null default '',
  payload jsonb not null default '{}',
  -- What was asked for; due_at moves on where something happens in several steps.
  asked_for timestamptz not null,
  due_at timestamptz not null,
  step integer not null default 0,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled', 'failed')),
  -- When it is tried next: when it is due, or after a failure a while later.
  next_at timestamptz not null,
  tries integer not null default 0,
  failure text,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (kind, subject_kind, subject_id, key)
);
create index timer_next on timer (next_at, id) where state = 'open';
create index timer_due on timer (due_at desc, id desc);
