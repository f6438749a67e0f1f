-- Every opening of a road (动土): asked for by a case, or planned by an owner of lines.
create table serve.opening (
  -- the number of the case, or PLAN- and the number of the plan
  id text primary key,
  account text not null,
  who text not null,
  title text not null,
  utility text,
  road text not null,
  trench text not null,
  width_m double precision not null,
  depth_m double precision not null,
  from_day date not null,
  until_day date not null,
  slack_days integer not null,
  emergency boolean not null,
  stage text not null check (stage in ('planned', 'applied', 'permitted', 'open', 'closed', 'dropped')),
  joint text,
  phone text not null default '',
  revision integer not null default 0,
  changed_at timestamptz not null default now()
);
create index opening_current on serve.opening (stage) where stage not in ('closed', 'dropped');

create sequence serve.opening_plan;

create table serve.joint_opening (
  id text primary key,
  from_day date not null,
  until_day date not null,
  trench text not null,
  together_m double precision not null,
  apart_m double precision not null,
  shares text not null,
  agreed_by text not null,
  at timestamptz not null default now()
);

-- When a road was built or made good; what was closed after works counts for its own stretch.
create table serve.surfacing (
  id bigint generated always as identity primary key,
  road text not null,
  name text not null,
  area text not null,
  width_m double precision not null,
  kind text not null check (kind in ('BUILT', 'RESURFACED')),
  finished date not null,
  source text not null,
  unique (road, area, kind, finished)
);

-- What the owners of lines near an opening are told.
create table serve.works_notice (
  id bigint generated always as identity primary key,
  opening text not null references serve.opening (id),
  owner text not null,
  zh text not null,
  en text not null,
  at timestamptz not null default now(),
  seen_by text,
  seen_at timestamptz,
  unique (opening, owner, zh)
);

-- Alarms in the zone of open works, as operate tells them; the same may be told again.
create table serve.works_alarm (
  works text not null,
  alarm bigint not null,
  change text not null,
  point_name text not null,
  zh text not null,
  en text not null,
  priority integer not null,
  distance_m double precision not null,
  at timestamptz not null,
  primary key (works, alarm, change)
);
