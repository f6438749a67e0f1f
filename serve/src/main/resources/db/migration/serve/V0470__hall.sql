-- Appointments and tickets at the windows of an outlet. No name and no identity number is kept here: a
-- ticket is a number, an appointment belongs to an account.
create table serve.appointment (
  id bigint generated always as identity primary key,
  outlet text not null,
  on_day date not null,
  slot_min integer not null,
  account text not null,
  topic text not null,
  made_at timestamptz not null,
  state text not null check (state in ('booked', 'cancelled', 'arrived', 'missed'))
);
create unique index appointment_once on serve.appointment (account, outlet, on_day, topic)
  where state in ('booked', 'arrived');
create index appointment_slot on serve.appointment (outlet, on_day, slot_min) where state <> 'cancelled';

create table serve.ticket (
  outlet text not null,
  on_day date not null,
  number text not null,
  topic text not null,
  right_of_way boolean not null,
  appointment bigint references serve.appointment (id),
  booked_min integer,
  came_at timestamptz not null,
  state text not null check (state in ('waiting', 'called', 'serving', 'done', 'missed', 'left')),
  window_no text,
  passes integer not null default 0,
  called_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (outlet, on_day, number)
);
create index ticket_waiting on serve.ticket (outlet, on_day, state);
