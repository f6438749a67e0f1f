-- Names in English (optional) beside the Chinese ones; states of a point likewise, joined as `states` are.
-- Repeatable, for its number would stand before that of the tables it adds to.
ALTER TABLE office.division        ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.place           ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.facility        ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.network_node    ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.network_link    ADD COLUMN IF NOT EXISTS line_en text;
ALTER TABLE office.tunnel          ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.compartment     ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.equipment       ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.road            ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.measuring_point ADD COLUMN IF NOT EXISTS name_en text;
ALTER TABLE office.measuring_point ADD COLUMN IF NOT EXISTS states_en text NOT NULL DEFAULT '';
