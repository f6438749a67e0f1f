-- Complaints are answered by a day, as bad ratings are.
alter table serve.complaint add column due_on date, add column answered_by text;
create index complaint_open on serve.complaint (due_on) where answered_at is null;

-- Personal data of closed cases can be locked away (restricted) or removed (erased); the log of
-- events and its hashes stay.
alter table serve.case_file add column keeping text not null default 'kept'
  check (keeping in ('kept', 'restricted', 'erased'));

-- Versions of services published in the browser lie over those that are shipped. They are never
-- changed: cases pin them.
create table serve.service_version (
  service text not null,
  version text not null,
  effective_from date not null,
  -- file name to text: service.yaml, examples.yaml …
  texts jsonb not null,
  published_by text not null,
  published_at timestamptz not null default now(),
  primary key (service, version)
);

-- What the county asks its people before it decides, and what it did about what they said.
create table serve.consultation (
  id bigint generated always as identity primary key,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  -- [{id, zh, en}]; empty for free words only
  choices jsonb not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  created_by text not null,
  created_at timestamptz not null default now(),
  heard_zh text,
  heard_en text,
  did_zh text,
  did_en text,
  replied_at timestamptz
);
create table serve.consultation_answer (
  consultation bigint not null references serve.consultation (id),
  account text not null,
  choice text not null,
  -- the words, sealed: who thinks what is nobody's business
  sealed bytea not null,
  at timestamptz not null default now(),
  primary key (consultation, account)
);
