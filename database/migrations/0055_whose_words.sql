-- What an evaluation says is signed by who submitted the form, not by whoever's act brought the findings together.
update finding f set created_by = (
    select e.by from target_event e where e.target_id = f.source_id and e.kind = 'submitted' order by e.at desc, e.id desc limit 1)
where f.source_kind = 'evaluation'
  and f.created_by is distinct from (
    select e.by from target_event e where e.target_id = f.source_id and e.kind = 'submitted' order by e.at desc, e.id desc limit 1);
