-- Who does not want to be looked at for benefits: a person of the register by id, a resident by keyed hash.
create table serve.benefit_opt_out (
  person text primary key,
  at timestamptz not null default now(),
  by_user text not null
);

-- What a department decided about somebody found before they asked (免申即享).
create table serve.benefit_found (
  benefit text not null,
  person text not null,
  state text not null check (state in ('confirmed', 'declined')),
  -- the case opened from it; null when declined
  case_number text references serve.case_file (number),
  reason text not null,
  by_user text not null,
  at timestamptz not null default now(),
  primary key (benefit, person)
);
