-- Events between rooms on their way (Spring Modulith's registry, its second structure): one row for
-- each listener until it has heard the event, then archived. See docs/decisions/0004.
create table office.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_by_event on office.event_publication using hash (serialized_event);
create index event_publication_by_completion on office.event_publication (completion_date);

create table office.event_publication_archive (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_archive_by_event
  on office.event_publication_archive using hash (serialized_event);
create index event_publication_archive_by_completion
  on office.event_publication_archive (completion_date);
