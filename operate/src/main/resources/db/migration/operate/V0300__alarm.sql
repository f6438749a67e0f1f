-- Alarm occurrences and the log of what became of them. Times are UTC with microseconds.
create schema if not exists operate;

create table operate.alarm (
  id bigint generated always as identity primary key,
  point text not null,
  rule text not null,
  kind text not null,
  priority smallint not null check (priority between 1 and 4),
  raised_at timestamptz not null,
  value double precision,
  limit_value double precision,
  returned_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  comment text,
  recorded_at timestamptz not null default now(),
  -- The same readings judged twice (after a kill) name the same instant: nothing doubles.
  unique (point, rule, raised_at)
);
create index alarm_by_time on operate.alarm (raised_at desc, id desc);
create index alarm_open on operate.alarm (raised_at desc, id desc)
  where returned_at is null or acknowledged_at is null;
create index alarm_by_point on operate.alarm (point, raised_at desc);

create table operate.alarm_change (
  sequence bigint generated always as identity primary key,
  alarm_id bigint not null references operate.alarm (id),
  change text not null check (change in ('RAISED', 'RETURNED', 'ACKNOWLEDGED')),
  at timestamptz not null,
  by_user text,
  comment text,
  recorded_at timestamptz not null default now()
);
create index alarm_change_by_alarm on operate.alarm_change (alarm_id, sequence);

-- How far the desk has judged what came in; one row.
create table operate.alarm_checkpoint (
  one boolean primary key default true check (one),
  received_until timestamptz not null
);
