-- Up to which line of the audit trail a person has seen what changed.
create table change_mark (
  person_id uuid primary key references person,
  line bigint not null,
  marked_at timestamptz not null
);
create view audit_event_card as select id, at, person_id, operation, subject_kind, subject_id, reach, partner_id from audit_event;
