-- Comments are found by their words, like every other thing.
alter table comment add column search tsvector generated always as (searchable(plain_words(text))) stored;
create index comment_search on comment using gin (search) where removed_at is null;

create trigger comment_new_words after insert on comment referencing new table as fresh for each statement execute function note_words('text');
create trigger comment_changed_words after update on comment referencing new table as fresh for each statement execute function note_words('text');

create or replace function note_all_words() returns void language sql as $$
  delete from known_word;
  insert into known_word select distinct word from (
    select text as words from finding union all select concat_ws(' ', action, detail) from follow_up union all select concat_ws(' ', name, address) from partner
    union all select concat_ws(' ', name, position) from partner_contact union all select name from office union all select name from person union all select name from cycle
    union all select title from report union all select label from agreement_document union all select name || ' ' || text from file_text
    union all select text from comment where removed_at is null
  ) every, regexp_split_to_table(plain_words(every.words), '[^[:alpha:]]+') word where length(word) between 4 and 40;
$$;
select note_all_words();
