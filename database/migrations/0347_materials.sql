-- Files of sessions: what is presented, and the written message that somebody reads in the place of another (docs/decisions/049).
create table meeting_material (
  id uuid primary key,
  session_id uuid not null references meeting_session,
  -- Whose written message it is, as long as they have that part.
  part_id uuid references meeting_part on delete set null,
  title text not null,
  -- Who reads it beside those who write the programme: whoever reads the meeting, those invited to it, those with a part in it.
  access text not null check (access in ('readers', 'invited', 'engaged')),
  file_id uuid not null references stored_file,
  created_by uuid references person,
  created_at timestamptz not null,
  removed_at timestamptz
);
create index meeting_material_session on meeting_material (session_id, created_at);
create index meeting_material_file on meeting_material (file_id);
create trigger meeting_material_history after update or delete on meeting_material for each row execute function keep_revision();
