-- What one act changed is told as one change.
create or replace view audit_event_card as select id, at, person_id, operation, subject_kind, subject_id, reach, partner_id, transaction from audit_event;
