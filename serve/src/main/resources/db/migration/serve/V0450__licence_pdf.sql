alter table serve.licence add column revoked_on date;
alter table serve.licence add column revoked_reason text;

-- The signed PDF of a licence; the file itself is sealed below the data folder, called by its hash.
create table serve.licence_pdf (
  number text primary key references serve.licence (number),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default now()
);
create index licence_pdf_sha on serve.licence_pdf (sha256);
