-- Helpers and counters look for what they filed for others.
create index case_by_filer on serve.case_file (filed_by, filed_at desc);
