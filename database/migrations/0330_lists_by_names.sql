-- Lists of findings and follow-ups are found by the words of their agreement too: its `search` is what an index answers for.
create or replace view agreement_card as
  select id, kind, title, parent_id, office_id, stage, signed_on, starts_on, ends_on, renewal_since, ended_how, ended_on, openness, exclusion_reason,
    source_at, rev, reach, partner_ids, partner_classes, partner_names, kpu_number, search
  from agreement;
