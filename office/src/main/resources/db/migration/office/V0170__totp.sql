-- The second proof at sign-in: a secret shared with an app, sealed; recovery codes as keyed hashes.
create table office.totp (
  account text primary key references office.staff (name) on delete cascade,
  secret bytea not null,
  confirmed_at timestamptz,
  -- the step of the last code that was taken: no code counts twice
  last_step bigint not null default -1,
  failures integer not null default 0,
  failed_at timestamptz
);
create table office.totp_recovery (
  account text not null references office.staff (name) on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (account, hash)
);
