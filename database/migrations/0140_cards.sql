-- What others may read of a table that is not theirs: its card, a plain choice of columns that keep their names. The planner opens a card up
-- as if the table stood there, so that it costs nothing. Who needs another column adds it at the end, by a `create or replace view` in a
-- migration of its own.
create view office_card as select id, code, name, kind, parent_id, path, zone, opened_on, closed_on from office;
create view person_card as select id, name, email, locale, zone, auth_user_id, left_at, phones, rev from person;
create view role_grant_card as
  select g.id, g.person_id, g.role, g.office_id, g.partner_id, p.name as partner_name, g.from_on, g.to_on, g.revoked_at
  from role_grant g left join partner p on p.id = g.partner_id;
create view auth_session_card as select id, token, "userId", "expiresAt", "createdAt", "updatedAt" from auth_session;
create view api_token_card as select id, person_id, hash, scopes, last_used_on, expires_at, revoked_at from api_token;
create view stored_file_card as select id, name, type, size, key from stored_file;
create view notice_card as select id, person_id, kind, subject_kind, subject_id, params, read_at, created_at from notice;
create view revision_card as select id, table_name, row_id, before from revision;
create view partner_card as select id, name, folded, class from partner;
create view instrument_card as select id, key, version, definition from instrument;
create view agreement_card as
  select id, kind, title, parent_id, office_id, stage, signed_on, starts_on, ends_on, renewal_since, ended_how, ended_on, openness, exclusion_reason,
    source_at, rev, reach, partner_ids, partner_classes, partner_names, kpu_number
  from agreement;
create view agreement_party_card as
  select agreement_id, seq, side, office_id, partner_id, number, signatory, signatory_position from agreement_party;
create view agreement_scope_card as select agreement_id, seq, text from agreement_scope;
-- The obligations that stand.
create view obligation_card as select id, agreement_id, seq, article, side, text, due_on from obligation where removed_at is null;
create view follow_up_card as select id, number, action, office_id, owner_id, due_on, state from follow_up;
create view finding_card as
  select f.id, f.number, f.kind, f.category, f.text, f.side, f.office_id, f.partner_id, f.agreement_id, f.cycle_id, c.name as cycle_name, f.source_kind,
    f.source_id, f.dismissed_at
  from finding f left join cycle c on c.id = f.cycle_id;
create view finding_follow_up_card as select finding_id, follow_up_id from finding_follow_up;
create view cycle_card as select id, name, office_id, period_from, period_to, closed_at from cycle;
create view assignment_card as
  select id, cycle_id, agreement_id, office_id, side, partner_id, submitted_at, late, score, maturity from assignment;
