-- Versions that take open cases of older versions along, asked for by a designer who saw the preview.
-- They run on the day the version begins; what was moved cannot be moved back.
create table serve.version_move (
  service text not null,
  version text not null,
  asked_by text not null,
  asked_at timestamptz not null default now(),
  ran_at timestamptz,
  moved integer,
  stayed integer,
  primary key (service, version)
);
