-- A row may name several offices and partners, and several rows may be one agreement.
update import_row set judged = judged || jsonb_build_object('furtherOffices', '[]'::jsonb, 'furtherPartners', '[]'::jsonb, 'together', '[]'::jsonb,
  'partners', case when judged ->> 'partner' is null then '[]'::jsonb else jsonb_build_array(judged -> 'partner') end) where judged ? 'place';
