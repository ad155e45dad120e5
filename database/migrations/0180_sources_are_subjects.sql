-- What a finding was written in and what a follow-up came from is a subject: its kind and identifier, no address and no closed list.
alter table finding drop constraint finding_source_kind_check;
alter table finding disable trigger finding_history;
update finding set source_kind = 'assignment' where source_kind = 'evaluation';
alter table finding enable trigger finding_history;

alter table follow_up add column origin_kind text, add column origin_id uuid;
alter table follow_up disable trigger follow_up_history;
update follow_up set origin_kind = 'finding', origin_id = substr(origin_path, 9, 36)::uuid
where origin_path ~ '^/temuan/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
alter table follow_up enable trigger follow_up_history;
alter table follow_up drop column origin_path, add constraint follow_up_origin_check check ((origin_kind is null) = (origin_id is null));
