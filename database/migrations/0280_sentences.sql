-- What is said in the same words, whatever their case, signs and spaces, is one sentence: its key is made of `plain_words`, shaped as a
-- uuid (version 8, of our own making) so that pages by key can carry it.
create function sentence_key(words text) returns uuid language sql immutable strict parallel safe
  return overlay(overlay(md5(plain_words(words)) placing '8' from 13) placing '8' from 17)::uuid;
alter table finding add column sentence uuid not null generated always as (sentence_key(text)) stored;
create index finding_sentence on finding (sentence);

-- So that an act on many findings knows which of them somebody changed meanwhile.
alter table finding add column rev integer not null default 0;
