package org.ronghe.sources.county.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the rows of a file are. The order is the order of reading: a row may refer to rows of the
/// kinds before its own.
@SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
public enum FileKind {
  DIVISIONS(
      "divisions",
      Shape.MAYBE_AREA,
      "code* name* name_en level* kind* parent issuer* vintage* urban_rural_class"),
  BOUNDARIES("boundaries", Shape.AREA, "code* issuer* vintage*"),
  PLACES("places", Shape.POSITION, "id* name* name_en kind* division*"),
  PEOPLE("people", Shape.NONE, "division* census_date* sex* age_from* age_to* count*"),
  FACILITIES(
      "facilities",
      Shape.POSITION,
      "id* name* name_en type* division* capacity capacity_unit operator"),
  ROADS("roads", Shape.LINE, "id* name* name_en class* width_m"),
  TUNNELS("tunnels", Shape.LINE, "id* name* name_en"),
  COMPARTMENTS("compartments", Shape.NONE, "id* tunnel* name* name_en kind*"),
  SECTIONS("sections", Shape.NONE, "id* compartment* number* from_m* to_m*"),
  EQUIPMENT("equipment", Shape.NONE, "id* section* name* name_en kind* chainage_m*"),
  NETWORK_NODES(
      "network-nodes", Shape.POSITION, "id* utility* kind* name name_en division elevation_m"),
  NETWORK_LINKS(
      "network-links",
      Shape.MAYBE_LINE,
      "id* utility* line* line_en from* to* diameter_mm length_m material built_year depth_m compartment"),
  POINTS(
      "points",
      Shape.MAYBE_POSITION,
      "id* name* name_en utility* owner_kind* owner* chainage_m profile quantity* unit value_kind* states states_en"
          + " range_low range_high interval_s* retention"),
  LIMITS("limits", Shape.NONE, "point* rule* limit* hysteresis");

  /// What geometry a row has.
  public enum Shape {
    NONE,
    POSITION,
    LINE,
    AREA,
    MAYBE_POSITION,
    MAYBE_LINE,
    MAYBE_AREA;

    /// True when every row must have one.
    public boolean isRequired() {
      return this == POSITION || this == LINE || this == AREA;
    }

    /// True when it is given by `lon` and `lat` in tables.
    public boolean isPosition() {
      return this == POSITION || this == MAYBE_POSITION;
    }
  }

  /// A field of a row.
  public record Field(String name, boolean required) {}

  private final String code;
  private final Shape shape;
  private final List<Field> fields;

  FileKind(String code, Shape shape, String fields) {
    this.code = code;
    this.shape = shape;
    this.fields =
        Arrays.stream(fields.split(" "))
            .map(name -> new Field(name.replace("*", ""), name.endsWith("*")))
            .toList();
  }

  /// The name used in county.yaml, e.g. `network-links`.
  public String code() {
    return code;
  }

  public Shape shape() {
    return shape;
  }

  /// The fields beside the geometry and `synthetic`.
  public List<Field> fields() {
    return fields;
  }

  public static Optional<FileKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
