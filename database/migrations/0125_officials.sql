-- Officials come by import: some have no e-mail address yet, some have several telephones, most a civil servant's number (NIP).
alter table person alter column email drop not null;
alter table person add nip text check (nip ~ '^[0-9]{18}$');
create index person_nip on person (nip) where nip is not null;
alter table person add phones text[] not null default '{}';
update person set phones = array[phone] where phone is not null;
alter table person drop column phone;

-- The division or section of an appointment.
alter table appointment add unit text check (unit in ('keuangan', 'sosdiklih', 'data', 'teknis', 'hukum'));

-- What a position is, whatever it is called now: how an import finds it.
alter table position add kind text check (kind in ('ketua', 'wakil_ketua_divisi', 'ketua_divisi', 'anggota', 'sekretaris_jenderal', 'sekretaris',
  'kepala_biro', 'kepala_bagian', 'kepala_subbagian', 'pejabat_fungsional', 'operator', 'staf'));
update position set kind = replace(lower(name), ' ', '_') where lower(name) in ('ketua', 'wakil ketua divisi', 'ketua divisi', 'anggota', 'sekretaris jenderal',
  'sekretaris', 'kepala biro', 'kepala bagian', 'kepala subbagian', 'pejabat fungsional', 'operator', 'staf');

-- Imports of several kinds of registers stand on the same batches and rows.
alter table import_batch add kind text not null default 'agreements' check (kind in ('agreements', 'persons'));
alter table import_row add person_id uuid references person;
create index import_row_person on import_row (person_id) where person_id is not null;
