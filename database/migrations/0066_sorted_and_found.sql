-- Lists are sorted, and words are found, by `sort_key` and `plain_words` (0065_words_and_numbers.sql, docs/decisions/031).

-- A pattern for `like` over plain_words that finds the words in their order, wherever they stand, also begun or shortened: "kab. pasuruan",
-- "univ bahari". Null, which nothing is like, when there are only signs.
create function words_in_order(words text) returns text language sql immutable strict parallel safe
  return '%' || replace(nullif(plain_words(words), ''), ' ', '%') || '%';

-- Numbers of agreements are sorted as words are, those without one last.
drop index agreement_number;
drop function number_key(text);
create index agreement_number on agreement (coalesce(sort_key(kpu_number), '~') collate "C", id, stage, coalesce(ends_on, '9999-12-31'::date), coalesce(ended_on, '9999-12-31'::date), coalesce(signed_on, starts_on, '0001-01-01'::date));
drop index agreement_title;
create index agreement_title on agreement (sort_key(title) collate "C", id, stage, coalesce(ends_on, '9999-12-31'::date), coalesce(ended_on, '9999-12-31'::date), coalesce(signed_on, starts_on, '0001-01-01'::date));
drop index partner_sorted;
create index partner_sorted on partner (sort_key(name) collate "C", id);
create index person_sorted on person (sort_key(name) collate "C", id);

drop index partner_name;
create index partner_name on partner using gin (plain_words(name) gin_trgm_ops);
drop index office_name;
create index office_name on office using gin (plain_words(name) gin_trgm_ops);
drop index person_name;
create index person_name on person using gin (plain_words(name) gin_trgm_ops);
drop index follow_up_words;
create index follow_up_words on follow_up using gin (plain_words(action || ' ' || coalesce(detail, '')) gin_trgm_ops);
drop index finding_words;
create index finding_words on finding using gin (plain_words(text) gin_trgm_ops);

alter table agreement drop column search;
alter table agreement add column search tsvector generated always as (searchable(plain_words(search_text))) stored;
create index agreement_search on agreement using gin (search);

-- Words of a search as beginnings of words (those of one or two characters whole), all of which must be there.
create or replace function search_beginnings(words text) returns tsquery language sql immutable parallel safe as $$
  select to_tsquery('indonesian'::regconfig, string_agg(word || case when length(word) > 2 then ':*' else '' end, ' & '))
  from regexp_split_to_table(without_stop_words(plain_words(words)), ' +') word where word <> ''
$$;

-- As it was, but for the words: they are looked up as they are searched for.
create or replace function refresh_agreements(ids uuid[]) returns void language plpgsql as $$
begin
  -- The agreements first, in one order: what follows then reads what those who held them left behind. An update that itself waits would write
  -- what it had read before it waited.
  perform id from agreement where id = any (ids) order by id for update;
  update agreement a set
    reach = coalesce(f.reach, '{}'), partner_ids = coalesce(f.partner_ids, '{}'), partner_classes = coalesce(f.partner_classes, '{}'),
    partner_names = coalesce(f.partner_names, ''), kpu_number = f.kpu_number, year = extract(year from coalesce(a.signed_on, a.starts_on))::integer,
    facets = coalesce(f.places, '{}') || coalesce(f.partner_ids, '{}')::text[] || array(select 'class.' || class from unnest(f.partner_classes) class) || array['kind.' || a.kind, 'openness.' || a.openness],
    search_text = left(concat_ws(' ', a.title, f.partner_names, f.numbers, s.scope), 20000)
  from (
    select p.agreement_id,
      array_agg(distinct o.path) filter (where o.path is not null) as reach,
      array_agg(distinct p.partner_id) filter (where p.partner_id is not null) as partner_ids,
      array_agg(distinct q.class) filter (where q.class is not null) as partner_classes,
      string_agg(q.name, ', ' order by p.seq) as partner_names,
      (array_agg(p.number order by p.seq) filter (where p.side = 'kpu' and p.number is not null))[1] as kpu_number,
      string_agg(p.number, ' ' order by p.seq) as numbers,
      (select array_agg(distinct place) from agreement_party own join office at on at.id = own.office_id
        cross join lateral (select '@' || at.path::text as place union all select subpath(at.path, 0, length)::text from generate_series(1, nlevel(at.path)) length) places
        where own.agreement_id = p.agreement_id) as places
    from agreement_party p left join office o on o.id = p.office_id left join partner q on q.id = p.partner_id
    where p.agreement_id = any (ids) group by p.agreement_id
  ) f left join (
    select agreement_id, string_agg(text, ' ' order by seq) as scope from agreement_scope where agreement_id = any (ids) group by agreement_id
  ) s on s.agreement_id = f.agreement_id
  where a.id = f.agreement_id;
  -- In one order, so that of two at once one waits for the other and never both.
  insert into search_word
  select distinct word from agreement a, regexp_split_to_table(plain_words(a.search_text), '[^[:alpha:]]+') word where a.id = any (ids) and length(word) between 4 and 40 order by word
  on conflict do nothing;
end $$;
delete from search_word;
insert into search_word
select distinct word from agreement a, regexp_split_to_table(plain_words(a.search_text), '[^[:alpha:]]+') word where length(word) between 4 and 40;
