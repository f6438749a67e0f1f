package org.ronghe.office.register;

import java.util.List;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.division.DivisionKey;
import org.ronghe.model.division.DivisionKind;
import org.ronghe.model.division.DivisionLevel;
import org.ronghe.model.facility.Facility;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.people.Sex;
import org.ronghe.model.place.Place;
import org.ronghe.model.road.Road;

/// Divisions, places, people, facilities and roads in the register.
final class LandShelves {
  private LandShelves() {}

  static final Shelf<Division> DIVISIONS =
      new Shelf<>(
          "divisions",
          "office.division",
          List.of(
              "code",
              "issuer",
              "vintage",
              "name",
              "name_en",
              "level",
              "kind",
              "parent_code",
              "urban_rural_class",
              "geometry"),
          "code || '|' || issuer || '|' || vintage",
          County::divisions,
          d -> d.code() + "|" + d.key().source() + "|" + d.key().vintage(),
          Division::provenance,
          (line, d) ->
              line.add(d.code())
                  .add(d.key().source())
                  .add(d.key().vintage())
                  .add(d.name())
                  .add(d.nameEn())
                  .add(d.level())
                  .add(d.kind())
                  .add(d.parentCode())
                  .add(d.urbanRuralClass())
                  .addGeometry(d.geometry()),
          row ->
              new Division(
                  new DivisionKey(row.text(), row.text(), row.text()),
                  row.text(),
                  row.textOrNull(),
                  row.choice(DivisionLevel.class),
                  row.choice(DivisionKind.class),
                  row.textOrNull(),
                  row.textOrNull(),
                  row.geometryOrNull(),
                  row.provenance()));

  static final Shelf<Place> PLACES =
      new Shelf<>(
          "places",
          "office.place",
          List.of("id", "name", "name_en", "kind", "division_code", "lon", "lat"),
          "id",
          County::places,
          Place::id,
          Place::provenance,
          (line, p) ->
              line.add(p.id())
                  .add(p.name())
                  .add(p.nameEn())
                  .add(p.kind())
                  .add(p.divisionCode())
                  .addPosition(p.location()),
          row ->
              new Place(
                  row.text(),
                  row.text(),
                  row.textOrNull(),
                  row.text(),
                  row.text(),
                  row.position(),
                  row.provenance()));

  static final Shelf<PeopleCount> PEOPLE =
      new Shelf<>(
          "people",
          "office.people_count",
          List.of("division_code", "census_date", "sex", "age_from", "age_to", "people"),
          "division_code || '|' || census_date || '|' || sex || '|' || age_from || '|' || age_to",
          County::people,
          p ->
              String.join(
                  "|",
                  p.divisionCode(),
                  p.censusDate(),
                  p.sex().name(),
                  Integer.toString(p.ageFrom()),
                  Integer.toString(p.ageTo())),
          PeopleCount::provenance,
          (line, p) ->
              line.add(p.divisionCode())
                  .add(p.censusDate())
                  .add(p.sex())
                  .add(p.ageFrom())
                  .add(p.ageTo())
                  .add(p.count()),
          row ->
              new PeopleCount(
                  row.text(),
                  row.text(),
                  row.choice(Sex.class),
                  row.whole(),
                  row.whole(),
                  row.wholeLong(),
                  row.provenance()));

  static final Shelf<Facility> FACILITIES =
      new Shelf<>(
          "facilities",
          "office.facility",
          List.of(
              "id",
              "name",
              "name_en",
              "type",
              "division_code",
              "capacity",
              "capacity_unit",
              "operator",
              "lon",
              "lat"),
          "id",
          County::facilities,
          Facility::id,
          Facility::provenance,
          (line, f) ->
              line.add(f.id())
                  .add(f.name())
                  .add(f.nameEn())
                  .add(f.type())
                  .add(f.divisionCode())
                  .add(f.capacity())
                  .add(f.capacityUnit())
                  .add(f.operator())
                  .addPosition(f.location()),
          row ->
              new Facility(
                  row.text(),
                  row.text(),
                  row.textOrNull(),
                  row.text(),
                  row.text(),
                  row.numberOrNull(),
                  row.textOrNull(),
                  row.textOrNull(),
                  row.position(),
                  row.provenance()));

  static final Shelf<Road> ROADS =
      new Shelf<>(
          "roads",
          "office.road",
          List.of("id", "name", "name_en", "class", "width_m", "geometry"),
          "id",
          County::roads,
          Road::id,
          Road::provenance,
          (line, r) ->
              line.add(r.id())
                  .add(r.name())
                  .add(r.nameEn())
                  .add(r.roadClass())
                  .add(r.width_m())
                  .addGeometry(r.geometry()),
          row ->
              new Road(
                  row.text(),
                  row.text(),
                  row.textOrNull(),
                  row.text(),
                  row.numberOrNull(),
                  row.line(),
                  row.provenance()));
}
