-- Who listens on the channel `live` hears, once a change is there for everybody, what has changed: its topic and id, and nothing of it.
create function tell_live() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', tg_argv[0] || ':' || (to_jsonb(new) ->> tg_argv[1]));
  return null;
end $$;
create trigger run_live after update of state, done, total, phase on run for each row execute function tell_live('run', 'id');
create trigger notice_live after insert or update of read_at on notice for each row execute function tell_live('inbox', 'person_id');
