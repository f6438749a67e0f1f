-- The county's own limits for single points, instead of the pack's.
CREATE TABLE office.point_limit (
  point_id      text NOT NULL,
  rule          text NOT NULL,
  limit_value   double precision NOT NULL,
  hysteresis    double precision,
  provenance_id integer NOT NULL REFERENCES office.provenance,
  PRIMARY KEY (point_id, rule)
);
