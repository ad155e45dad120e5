-- Whoever sent something by a personal link has no inbox: the answer goes to their address, once.
create or replace view meeting_invitee_card as
  select id, meeting_id, person_id, contact_id, partner_id, office_id, name, institution, position, unit, acting, rank, involvement, mode,
    case when withdrawn_at is not null then 'withdrawn' when sent_at is not null then 'sent' else 'draft' end as state,
    sent_at, letter, gone_at, answer, answered_at, reason, link_version, link_hash, link_revoked_at, email
  from meeting_invitee;
alter table voice add column told_at timestamptz;
