package org.ronghe.office.atlas;

import static org.ronghe.office.atlas.Fields.code;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.model.facility.Facility;
import org.ronghe.model.people.PeopleCount;
import org.ronghe.model.place.Place;
import org.ronghe.model.road.Road;

/// Divisions, places, people, facilities and roads as layers.
final class LandLayers {
  private LandLayers() {}

  static Layer<Division> divisions(County county) {
    return new Layer<>(
        "divisions",
        Shape.AREA,
        "行政区划",
        "Divisions",
        Fields.with(
            Division::provenance,
            List.of(
                Field.text("code", "代码", "Code", Division::code),
                Field.text("name", "名称", "Name", Division::name),
                Field.text("name_en", "英文名称", "English name", Division::nameEn),
                Field.text("level", "级别", "Level", d -> code(d.level())),
                Field.text("kind", "类别", "Kind", d -> code(d.kind())),
                Field.text("parent", "上级代码", "Parent code", Division::parentCode),
                Field.text("issuer", "代码发布者", "Code issuer", d -> d.key().source()),
                Field.text("code_vintage", "代码时点", "Code vintage", d -> d.key().vintage()),
                Field.text(
                    "urban_rural_class", "城乡分类", "Urban–rural class", Division::urbanRuralClass))),
        county.divisions().stream()
            .map(d -> new Feature<>(id(d), d.geometry(), day(d.key().vintage()), d))
            .toList());
  }

  /// Code, issuer and vintage: a code alone means different towns in different years.
  static String id(Division division) {
    var key = division.key();
    return key.code() + "." + key.source() + "." + key.vintage();
  }

  private static @Nullable LocalDate day(String vintage) {
    try {
      return LocalDate.parse(vintage);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  static Layer<Place> places(County county) {
    return new Layer<>(
        "places",
        Shape.POINT,
        "地点",
        "Places",
        Fields.with(
            Place::provenance,
            List.of(
                Field.text("name", "名称", "Name", Place::name),
                Field.text("name_en", "英文名称", "English name", Place::nameEn),
                Field.text("kind", "类别", "Kind", Place::kind),
                Field.text("division", "行政区划代码", "Division code", Place::divisionCode))),
        county.places().stream().map(p -> new Feature<>(p.id(), p.location(), null, p)).toList());
  }

  static Layer<PeopleCount> people(County county) {
    return new Layer<>(
        "people",
        Shape.NONE,
        "人口",
        "People",
        Fields.with(
            PeopleCount::provenance,
            List.of(
                Field.text("division", "行政区划代码", "Division code", PeopleCount::divisionCode),
                Field.text("census_date", "普查时点", "Census date", PeopleCount::censusDate),
                Field.text("sex", "性别", "Sex", p -> code(p.sex())),
                Field.integer("age_from", "起始年龄", "Age from", p -> (long) p.ageFrom()),
                Field.integer("age_to", "终止年龄", "Age to", p -> (long) p.ageTo()),
                Field.integer("count", "人数", "People", PeopleCount::count))),
        county.people().stream()
            .map(p -> new Feature<>(id(p), null, day(p.censusDate()), p))
            .toList());
  }

  private static String id(PeopleCount p) {
    return String.join(
        ".",
        p.divisionCode(),
        p.censusDate(),
        code(p.sex()),
        Integer.toString(p.ageFrom()),
        Integer.toString(p.ageTo()));
  }

  static Layer<Facility> facilities(County county) {
    return new Layer<>(
        "facilities",
        Shape.POINT,
        "设施",
        "Facilities",
        Fields.with(
            Facility::provenance,
            List.of(
                Field.text("name", "名称", "Name", Facility::name),
                Field.text("name_en", "英文名称", "English name", Facility::nameEn),
                Field.text("type", "类型", "Type", Facility::type),
                Field.text("division", "行政区划代码", "Division code", Facility::divisionCode),
                Field.number("capacity", "容量", "Capacity", Facility::capacity),
                Field.text("capacity_unit", "容量单位", "Capacity unit", Facility::capacityUnit),
                Field.text("operator", "运营单位", "Operator", Facility::operator))),
        county.facilities().stream()
            .map(f -> new Feature<>(f.id(), f.location(), null, f))
            .toList());
  }

  static Layer<Road> roads(County county) {
    return new Layer<>(
        "roads",
        Shape.LINE,
        "道路",
        "Roads",
        Fields.with(
            Road::provenance,
            List.of(
                Field.text("name", "名称", "Name", Road::name),
                Field.text("name_en", "英文名称", "English name", Road::nameEn),
                Field.text("class", "等级", "Class", Road::roadClass),
                Field.number("width_m", "宽度（米）", "Width (m)", Road::width_m))),
        county.roads().stream().map(r -> new Feature<>(r.id(), r.geometry(), null, r)).toList());
  }
}
