-- Who a provincial identity provider says somebody is: at most one account for each subject, and one
-- subject of a provider for each account.
create table office.identity (
  -- keyed hash of issuer and subject
  subject_key bytea primary key,
  issuer text not null,
  account text not null references office.staff (name) on delete cascade,
  linked_at timestamptz not null default now(),
  unique (issuer, account)
);
