-- Points that recorded logs brought along: not of the county package, so no import removes them.
create table office.log_point (
  id text primary key,
  name text not null,
  utility text not null,
  owner_kind text not null,
  owner text not null,
  chainage_m double precision not null,
  profile text,
  quantity text not null,
  unit text not null,
  value_kind text not null,
  states text[] not null,
  range_low double precision,
  range_high double precision,
  interval_s double precision not null,
  retention text not null,
  lon double precision not null,
  lat double precision not null,
  source text not null,
  vintage text not null,
  licence text not null,
  synthetic boolean not null
);
