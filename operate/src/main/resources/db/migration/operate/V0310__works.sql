-- Dig sites that serve told of. Closed before it was heard to open: only id and closed_at are known.
create table operate.works (
  id text primary key,
  revision int,
  title text,
  area_wkt text,
  zone_m double precision,
  starts_at timestamptz,
  ends_at timestamptz,
  who text,
  phone text,
  closed_at timestamptz,
  heard_at timestamptz not null default now()
);
create index works_by_closing on operate.works (closed_at);
