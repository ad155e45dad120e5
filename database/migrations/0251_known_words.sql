-- A word is new when it does not stand there yet; the name of the column had been read as that of the table of known ones.
create or replace function note_words() returns trigger language plpgsql as $$
begin
  insert into known_word (word)
  select distinct found.word from fresh f, unnest(tg_argv) as columns (name), regexp_split_to_table(plain_words(to_jsonb(f) ->> columns.name), '[^[:alpha:]]+') as found (word)
  where length(found.word) between 4 and 40 and not exists (select from known_word k where k.word = found.word);
  return null;
end $$;
select note_all_words();
