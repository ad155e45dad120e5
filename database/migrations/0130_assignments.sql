-- What an office or a partner has to fill in is an assignment, as the field calls it.
alter table target rename to assignment;
alter table target_event rename to assignment_event;
alter table target_letter rename to assignment_letter;
alter table assignment_event rename column target_id to assignment_id;
alter table assignment_letter rename column target_id to assignment_id;
alter table answer rename column target_id to assignment_id;
alter table answer_file rename column target_id to assignment_id;
alter table invitation_run rename column last_target to last_assignment;

do $$
declare named record;
begin
  for named in
    select conrelid::regclass as owner, conname as name from pg_constraint
    where conname like '%target%' and connamespace = current_schema()::regnamespace
  loop
    execute format('alter table %s rename constraint %I to %I', named.owner, named.name, replace(named.name, 'target', 'assignment'));
  end loop;
  for named in
    select tgrelid::regclass as owner, tgname as name from pg_trigger
    where not tgisinternal and tgname like '%target%'
  loop
    execute format('alter trigger %I on %s rename to %I', named.name, named.owner, replace(named.name, 'target', 'assignment'));
  end loop;
  for named in select indexname as name from pg_indexes where schemaname = current_schema() and indexname like '%target%'
  loop
    execute format('alter index %I rename to %I', named.name, replace(named.name, 'target', 'assignment'));
  end loop;
end $$;
