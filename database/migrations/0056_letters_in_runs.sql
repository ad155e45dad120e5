-- One run of letters about a cycle: invitations of partners or reminders of both sides, in the whole of it or one province.
alter table invitation_run
  add column letter text not null default 'invitation' check (letter in ('invitation', 'reminder')),
  add column province_id uuid references office (id);
alter table target_letter drop constraint target_letter_kind_check;
alter table target_letter add constraint target_letter_kind_check
  check (kind in ('invitation', 'reminder', 'before_21', 'before_14', 'before_7', 'overdue'));
