-- A value that lost against another of the same answer, when two people or devices changed it without having seen each other: it never
-- stood, so the history of the row does not have it. Of a table the rows that lost.
create table answer_unchosen (
  id uuid primary key,
  assignment_id uuid not null references assignment,
  key text not null,
  value jsonb not null,
  by uuid references person,
  at timestamptz not null
);
create index answer_unchosen_assignment on answer_unchosen (assignment_id, key);
create trigger answer_unchosen_is_append_only before update or delete on answer_unchosen for each statement execute function refuse_change();
