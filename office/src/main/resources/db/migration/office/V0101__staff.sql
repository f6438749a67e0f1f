create table office.staff (
  name text primary key check (name ~ '^[a-z][a-z0-9._-]{1,39}$'),
  display_name text not null,
  role text not null check (role in ('VIEWER', 'OFFICER', 'ENGINEER', 'ADMINISTRATOR', 'METRICS')),
  password_hash text not null,
  enabled boolean not null default true,
  must_change_password boolean not null,
  -- raised by every change that must end the running sessions
  epoch integer not null default 0,
  created_at timestamptz not null default now()
);
