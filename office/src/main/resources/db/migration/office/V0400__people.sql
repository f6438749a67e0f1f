-- The desks of serve, and residents with an account of their own.
alter table office.staff drop constraint staff_role_check;
alter table office.staff add constraint staff_role_check check (role in (
  'VIEWER', 'OFFICER', 'ENGINEER', 'ADMINISTRATOR', 'METRICS', 'RESIDENT', 'HELPER', 'CLERK',
  'REVIEWER', 'APPROVER', 'SUPERVISOR', 'DESIGNER', 'PRIVACY'));
-- which department a member of staff works for, and at which outlet; empty for none
alter table office.staff add column department text not null default '';
alter table office.staff add column outlet text not null default '';
create index staff_not_resident on office.staff (name) where role <> 'RESIDENT';

create table office.resident (
  account text primary key references office.staff (name) on delete cascade,
  -- the person, sealed: name, identity number, telephone
  person bytea not null,
  -- keyed hash of the identity number: finds a person without opening anything
  person_key bytea not null,
  -- declared: as typed; verified: seen by a clerk or a provincial identity provider
  assurance text not null check (assurance in ('declared', 'verified')),
  registered_at timestamptz not null default now()
);
create index resident_person on office.resident (person_key);
