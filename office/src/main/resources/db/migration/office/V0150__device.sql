create table office.device (
  name text primary key check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
  point_patterns text[] not null,
  -- SHA-256 over salt and password: the password is 192 random bits, a slow hash adds nothing
  password_salt bytea not null,
  password_hash bytea not null,
  certificate_sha256 text unique check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  created_by text not null
);
