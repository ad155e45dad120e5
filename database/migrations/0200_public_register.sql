-- What everybody may know of an agreement (UU 14/2008): signed, and not excluded. What no view of these shows is not public: who signed,
-- obligations, notes, what was done about it, and of what is excluded its title, parties and number.

-- A file of an agreement is public once somebody has looked through it and said so.
alter table agreement_document add column published_at timestamptz, add column published_by uuid references person(id);

-- One row for each agreement that the register names. What is on request is found by what the register shows of it, not by its scope.
create view agreement_public_card as
  select a.id, a.kind, a.title, a.office_id, a.stage, a.signed_on, a.starts_on, a.ends_on, a.ended_how, a.ended_on, a.openness, a.facets,
    a.partner_names, a.kpu_number, a.search,
    searchable(plain_words(concat_ws(' ', a.title, a.partner_names, (select string_agg(p.number, ' ') from agreement_party p where p.agreement_id = a.id)))) as shown
  from agreement a where a.stage = 'signed' and a.openness <> 'excluded';
create view agreement_party_public_card as
  select p.agreement_id, p.seq, p.side, coalesce(o.name, q.name) as name, p.number
  from agreement_party p join agreement a on a.id = p.agreement_id left join office o on o.id = p.office_id left join partner q on q.id = p.partner_id
  where a.stage = 'signed' and a.openness <> 'excluded';
create view agreement_scope_public_card as
  select s.agreement_id, s.seq, s.text from agreement_scope s join agreement a on a.id = s.agreement_id where a.stage = 'signed' and a.openness = 'public';
create view agreement_document_public_card as
  select d.id, d.agreement_id, d.file_id, d.label, d.added_at from agreement_document d join agreement a on a.id = d.agreement_id
  where a.stage = 'signed' and a.openness = 'public' and d.removed_at is null and d.published_at is not null;
-- Of what is excluded: where, when, and by which letter of article 17, as far as the reason names it. The reason itself is a person's words.
create view agreement_excluded_card as
  select a.facets, a.signed_on, a.starts_on,
    case when lower(a.exclusion_reason) ~ '\m(pasal|psl|article|art)\M\.?\s*17'
      then coalesce(substring(lower(a.exclusion_reason) from '\m(?:huruf|letter|point)\s*\(?([a-j])\M'), substring(lower(a.exclusion_reason) from '\m17\s*\(?([a-j])\M'))
    end as letter
  from agreement a where a.stage = 'signed' and a.openness = 'excluded';
