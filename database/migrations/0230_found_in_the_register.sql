-- What the public register finds of an agreement is kept beside it: computed for each row while it is searched, it took two seconds of
-- 20,000 rows.

-- The numbers of all parties, kept by refresh_agreements() like the names of the partners.
alter table agreement add column numbers text not null default '';

-- As it was, and the numbers.
create or replace function refresh_agreements(ids uuid[]) returns void language plpgsql as $$
begin
  -- The agreements first, in one order: what follows then reads what those who held them left behind. An update that itself waits would write
  -- what it had read before it waited.
  perform id from agreement where id = any (ids) order by id for update;
  update agreement a set
    reach = coalesce(f.reach, '{}'), partner_ids = coalesce(f.partner_ids, '{}'), partner_classes = coalesce(f.partner_classes, '{}'),
    partner_names = coalesce(f.partner_names, ''), kpu_number = f.kpu_number, numbers = coalesce(f.numbers, ''), year = extract(year from coalesce(a.signed_on, a.starts_on))::integer,
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
update agreement a set numbers = p.numbers
  from (select agreement_id, string_agg(number, ' ' order by seq) as numbers from agreement_party where number is not null group by agreement_id) p
  where p.agreement_id = a.id;

-- The words by which everybody finds it: of what is public those of the list, of what is on request only what the register shows of it, and
-- of everything else none. It follows the openness itself, so that no change of it leaves words behind.
alter table agreement add column public_search tsvector generated always as (
  case when stage = 'signed' then case openness
    when 'public' then searchable(plain_words(search_text))
    when 'on_request' then searchable(plain_words(left(title || ' ' || partner_names || ' ' || numbers, 20000)))
  end end) stored;
create index agreement_public_search on agreement using gin (public_search);

drop view agreement_public_card;
create view agreement_public_card as
  select a.id, a.kind, a.title, a.office_id, a.stage, a.signed_on, a.starts_on, a.ends_on, a.ended_how, a.ended_on, a.openness, a.facets,
    a.partner_names, a.kpu_number, a.public_search
  from agreement a where a.stage = 'signed' and a.openness <> 'excluded';
