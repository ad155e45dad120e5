-- Badges that were issued anew: only the last edition of somebody's badge counts.
create table attendance_badge (
  invitee_id uuid primary key,
  meeting_id uuid not null references meeting,
  edition integer not null check (edition between 2 and 255),
  reason text not null,
  issued_by uuid references person,
  issued_at timestamptz not null
);
create index attendance_badge_meeting on attendance_badge (meeting_id);
create trigger attendance_badge_history after update or delete on attendance_badge for each row execute function keep_revision('invitee_id');

-- Who types codes: a person, or an invitee by the personal link.
alter table attendance_try drop constraint attendance_try_person_id_fkey;
alter table attendance_try rename column person_id to who_id;
