-- Every process hears, once it is there for everybody, that a language has changed.
create function tell_languages() returns trigger language plpgsql as $$
begin
  perform pg_notify('languages', '');
  return null;
end $$;
create trigger language_heard after insert or update or delete on language for each statement execute function tell_languages();
