-- The county register (县情底册): one county, one row per thing, every row with its provenance.
-- Geometries are WKB in WGS-84 lon/lat; single positions are two columns. References between
-- collections are checked by the importer, which can say file, row and why; here they are plain codes.
CREATE SCHEMA IF NOT EXISTS office;

CREATE TABLE office.provenance (
  id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source    text NOT NULL,
  vintage   text NOT NULL,
  licence   text NOT NULL,
  synthetic boolean NOT NULL,
  UNIQUE (source, vintage, licence, synthetic)
);

CREATE TABLE office.county (
  only_one         boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  code             text NOT NULL,
  name_zh          text NOT NULL,
  name_en          text NOT NULL,
  package_version  text NOT NULL,
  synthetic        boolean NOT NULL,
  notice_zh        text NOT NULL,
  notice_en        text NOT NULL,
  open_collections text[] NOT NULL,
  imported_at      timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE office.county_file (
  ordinal       integer PRIMARY KEY,
  file          text NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.division (
  code              text NOT NULL,
  issuer            text NOT NULL,
  vintage           text NOT NULL,
  name              text NOT NULL,
  level             text NOT NULL,
  kind              text NOT NULL,
  parent_code       text,
  urban_rural_class text,
  geometry          bytea,
  provenance_id     integer NOT NULL REFERENCES office.provenance,
  PRIMARY KEY (code, issuer, vintage)
);

CREATE TABLE office.place (
  id            text PRIMARY KEY,
  name          text NOT NULL,
  kind          text NOT NULL,
  division_code text NOT NULL,
  lon           double precision NOT NULL,
  lat           double precision NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.people_count (
  division_code text NOT NULL,
  census_date   text NOT NULL,
  sex           text NOT NULL,
  age_from      integer NOT NULL,
  age_to        integer NOT NULL,
  people        bigint NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance,
  PRIMARY KEY (division_code, census_date, sex, age_from, age_to)
);

CREATE TABLE office.facility (
  id            text PRIMARY KEY,
  name          text NOT NULL,
  type          text NOT NULL,
  division_code text NOT NULL,
  capacity      double precision,
  capacity_unit text,
  operator      text,
  lon           double precision NOT NULL,
  lat           double precision NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.network_node (
  id            text PRIMARY KEY,
  utility       text NOT NULL,
  kind          text NOT NULL,
  name          text NOT NULL,
  division_code text,
  elevation_m   double precision,
  lon           double precision NOT NULL,
  lat           double precision NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.network_link (
  id             text PRIMARY KEY,
  utility        text NOT NULL,
  line           text NOT NULL,
  from_node      text NOT NULL,
  to_node        text NOT NULL,
  diameter_mm    double precision,
  length_m       double precision NOT NULL,
  material       text,
  built_year     integer,
  buried_depth_m double precision,
  compartment_id text,
  geometry       bytea NOT NULL,
  provenance_id  integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.tunnel (
  id            text PRIMARY KEY,
  name          text NOT NULL,
  length_m      double precision NOT NULL,
  centreline    bytea NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.compartment (
  id            text PRIMARY KEY,
  tunnel_id     text NOT NULL,
  name          text NOT NULL,
  kind          text NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.fire_section (
  id              text PRIMARY KEY,
  compartment_id  text NOT NULL,
  number          integer NOT NULL,
  from_chainage_m double precision NOT NULL,
  to_chainage_m   double precision NOT NULL,
  provenance_id   integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.equipment (
  id            text PRIMARY KEY,
  section_id    text NOT NULL,
  name          text NOT NULL,
  kind          text NOT NULL,
  chainage_m    double precision NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.road (
  id            text PRIMARY KEY,
  name          text NOT NULL,
  class         text NOT NULL,
  width_m       double precision,
  geometry      bytea NOT NULL,
  provenance_id integer NOT NULL REFERENCES office.provenance
);

CREATE TABLE office.measuring_point (
  id                  text PRIMARY KEY,
  name                text NOT NULL,
  utility             text NOT NULL,
  owner_kind          text NOT NULL,
  owner_id            text NOT NULL,
  chainage_m          double precision NOT NULL,
  profile             text,
  quantity            text NOT NULL,
  unit                text NOT NULL,
  value_kind          text NOT NULL,
  states              text NOT NULL,
  range_low           double precision,
  range_high          double precision,
  expected_interval_s double precision NOT NULL,
  retention           text NOT NULL,
  lon                 double precision NOT NULL,
  lat                 double precision NOT NULL,
  provenance_id       integer NOT NULL REFERENCES office.provenance
);
