-- The words of the title were computed twice: `search_text` begins with it.
drop index agreement_search;
alter table agreement drop column search;
alter table agreement add column search tsvector generated always as (
  setweight(searchable(plain_words(title)), 'A') || searchable(plain_words(substr(search_text, length(title) + 2) || ' ' || obligation_text))) stored;
create index agreement_search on agreement using gin (search);
