-- Whom an overdue follow-up was told to, one row for each level of offices and due date: the ledger that has it happen once, and what its page says.
create table follow_up_escalation (
  id uuid primary key,
  follow_up_id uuid not null references follow_up(id),
  due_on date not null,
  level integer not null check (level > 0),
  office_id uuid not null references office(id),
  person_ids uuid[] not null,
  -- Offices between that nobody answers for.
  passed_office_ids uuid[] not null default '{}',
  at timestamptz not null,
  unique (follow_up_id, due_on, level)
);

-- What is overdue already is looked at once the server runs; the rest three days after it is due.
insert into timer (id, kind, subject_kind, subject_id, asked_for, due_at, next_at, created_at)
select gen_random_uuid(), 'followup.escalate', 'follow_up', f.id::text, n.due, n.due, n.due, now()
from follow_up f join office o on o.id = f.office_id, lateral (select (f.due_on + 3 + time '04:00') at time zone o.zone as due) n
where f.state in ('open', 'returned');
