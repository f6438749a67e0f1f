-- Cases. The log of events is the truth: rows are only ever added, each carries the hash of the one
-- before. Everything else here can be derived from it and is kept for lists.
create schema if not exists serve;

create table serve.case_file (
  number text primary key,
  -- the parent of a bundle has no service; its parts name it
  parent text references serve.case_file (number),
  bundle text,
  service text not null,
  version text not null,
  name text not null,
  department text not null,
  -- whose case it is: an account; who filed it may be another (a helper, a clerk)
  applicant text not null,
  filed_by text not null,
  outlet text not null,
  -- the person it is about: keyed hash, and a masked name for lists
  person_key bytea,
  person_masked text not null,
  -- the applicant's own key for the request: the same twice is one case
  request_key text not null,
  request_hash bytea not null,
  status text not null,
  -- licences another part of the bundle will give
  waiting_for text[] not null default '{}',
  materials jsonb not null default '{}',
  revision integer not null default 0,
  events integer not null,
  head bytea not null,
  filed_at timestamptz not null,
  changed_at timestamptz not null,
  due_on date,
  legal_due_on date,
  closed_on date,
  unique (applicant, request_key)
);
create index case_by_applicant on serve.case_file (applicant, filed_at desc);
create index case_by_parent on serve.case_file (parent) where parent is not null;
create index case_by_person on serve.case_file (person_key);
create index case_open_due on serve.case_file (status, due_on) where closed_on is null;
create index case_by_department on serve.case_file (department, filed_at desc);

-- What was answered, sealed; a correction is a new revision.
create table serve.case_content (
  number text not null references serve.case_file (number),
  revision integer not null,
  sealed bytea not null,
  sha256 bytea not null,
  primary key (number, revision)
);

create table serve.case_event (
  number text not null references serve.case_file (number),
  seq integer not null,
  at timestamptz not null,
  on_day date not null,
  verb text not null,
  step text not null,
  by_user text not null,
  by_role text not null,
  department text not null,
  reason text not null,
  -- the kind of suspension, the file number of the written notice, what is missing, hashes of content
  data text not null,
  hash bytea not null,
  primary key (number, seq)
);
create function serve.case_event_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the log of a case is append-only';
end $$;
create trigger case_event_refuse_row before update or delete on serve.case_event
  for each row execute function serve.case_event_refuse();
create trigger case_event_refuse_all before truncate on serve.case_event
  for each statement execute function serve.case_event_refuse();

-- The steps that wait for someone: the inboxes.
create table serve.case_step (
  number text not null references serve.case_file (number),
  step text not null,
  department text not null,
  desk text not null,
  started_on date not null,
  due_on date,
  primary key (number, step)
);
create index case_step_inbox on serve.case_step (department, desk, due_on, number);

create table serve.draft (
  owner text not null,
  id text not null,
  subject text not null,
  sealed bytea not null,
  revision integer not null,
  saved_at timestamptz not null,
  primary key (owner, id)
);

create table serve.attachment (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size_bytes bigint not null,
  stored_at timestamptz not null default now()
);
create table serve.attachment_owner (
  owner text not null,
  sha256 text not null references serve.attachment (sha256),
  name text not null,
  at timestamptz not null default now(),
  primary key (owner, sha256)
);
create table serve.case_attachment (
  number text not null references serve.case_file (number),
  sha256 text not null references serve.attachment (sha256),
  primary key (number, sha256)
);
create index case_attachment_sha on serve.case_attachment (sha256);

create table serve.licence (
  number text primary key,
  kind text not null,
  case_number text not null references serve.case_file (number),
  holder_key bytea,
  holder_masked text not null,
  account text not null,
  -- what it says, sealed: {element: value}
  sealed bytea not null,
  sha256 bytea not null,
  verify_code text not null unique,
  issued_on date not null,
  valid_until date,
  revoked boolean not null default false,
  unique (case_number, kind)
);
create index licence_by_holder on serve.licence (holder_key, kind);
create index licence_by_account on serve.licence (account);

create table serve.payment (
  id text primary key,
  case_number text not null references serve.case_file (number),
  fee text not null,
  name text not null,
  amount_yuan numeric(14, 2) not null,
  status text not null check (status in ('due', 'sent', 'paid', 'waived')),
  reference text,
  changed_at timestamptz not null default now(),
  unique (case_number, fee)
);

-- Outside effects leave from here, each once: the key is given to the receiver.
create table serve.outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  payload text not null,
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_try timestamptz not null default now(),
  sent_at timestamptz,
  unique (topic, key)
);
create index outbox_open on serve.outbox (next_try, id) where sent_at is null;

create table serve.notice (
  id bigint generated always as identity primary key,
  account text not null,
  case_number text not null,
  key text not null unique,
  zh text not null,
  en text not null,
  at timestamptz not null default now(),
  read_at timestamptz
);
create index notice_by_account on serve.notice (account, id desc);

create table serve.rating (
  number text primary key references serve.case_file (number),
  level smallint not null check (level between 1 and 5),
  channel text not null check (channel in ('online', 'offline')),
  dimensions text not null,
  comment text not null,
  at timestamptz not null,
  -- a bad rating (1, 2) opens a follow-up with its own clock
  follow_up_due date,
  answered_at timestamptz,
  answer text
);
create index rating_open on serve.rating (follow_up_due) where follow_up_due is not null and answered_at is null;

create table serve.complaint (
  id bigint generated always as identity primary key,
  number text references serve.case_file (number),
  account text not null,
  text text not null,
  at timestamptz not null default now(),
  answered_at timestamptz,
  answer text
);
