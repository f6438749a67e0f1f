package org.ronghe.office.atlas;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One property of the features of a layer.
///
/// @param name as it stands in GeoJSON, CSV and GeoPackage, e.g. `built_year`
/// @param zh label on Chinese pages
/// @param en label on English pages
/// @param value a String, Double, Long or Boolean as `type` says; null when unknown
public record Field<T>(
    String name, Type type, String zh, String en, Function<T, @Nullable Object> value) {

  /// What the values are.
  public enum Type {
    TEXT,
    NUMBER,
    INTEGER,
    TRUTH
  }

  static <T> Field<T> text(String name, String zh, String en, Function<T, @Nullable Object> value) {
    return new Field<>(name, Type.TEXT, zh, en, value);
  }

  static <T> Field<T> number(
      String name, String zh, String en, Function<T, @Nullable Object> value) {
    return new Field<>(name, Type.NUMBER, zh, en, value);
  }

  static <T> Field<T> integer(
      String name, String zh, String en, Function<T, @Nullable Object> value) {
    return new Field<>(name, Type.INTEGER, zh, en, value);
  }
}
