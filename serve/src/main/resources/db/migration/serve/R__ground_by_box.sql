-- Openings and surfacings found by the box around them. Shapes are kept as WKT; the box is read from its numbers.
create or replace function serve.box_of(wkt text) returns box
  language sql immutable strict parallel safe
  return (
    select box(point(min(m[1]::float8), min(m[2]::float8)), point(max(m[1]::float8), max(m[2]::float8)))
    from regexp_matches(wkt, '(-?[0-9.]+(?:[eE][-+]?[0-9]+)?) (-?[0-9.]+(?:[eE][-+]?[0-9]+)?)', 'g') m
  );

create index if not exists opening_by_place on serve.opening using gist (serve.box_of(trench))
  where stage not in ('closed', 'dropped');
create index if not exists surfacing_by_place on serve.surfacing using gist (serve.box_of(area));
