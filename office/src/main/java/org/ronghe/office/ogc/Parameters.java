package org.ronghe.office.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;
import org.ronghe.office.problem.Problem;

/// The query parameters of a request. What the API definition does not name, and what does not
/// parse, is refused with 400 (/req/core/query-param-unknown, /req/core/query-param-invalid).
final class Parameters {
  /// Understood everywhere: `f` chooses the format, `lang` the language of pages.
  private static final List<String> EVERYWHERE = List.of("f", "lang");

  private static final Set<String> ITEMS =
      Set.of("f", "lang", "limit", "after", "bbox", "bbox-crs", "crs", "datetime");

  private final Map<String, String[]> given;

  Parameters(Map<String, String[]> given) {
    this.given = given;
  }

  void allow(String... more) {
    Set<String> known = Set.of(more);
    for (String name : given.keySet()) {
      if (!EVERYWHERE.contains(name) && !known.contains(name)) {
        throw unknown(name);
      }
    }
  }

  /// The one value of a parameter; empty when it is not given.
  Optional<String> one(String name) {
    String[] values = given.get(name);
    if (values == null || values.length == 0) {
      return Optional.empty();
    }
    if (values.length > 1) {
      throw invalid(name, String.join(", ", values), "given more than once", "重复给出");
    }
    return Optional.of(values[0]);
  }

  Crs crs() {
    return crs("crs");
  }

  private Crs crs(String name) {
    return one(name)
        .map(uri ->
            Crs.ofUri(uri)
                .orElseThrow(() ->
                    invalid(
                        name,
                        uri,
                        "must be one of " + String.join(", ", Crs.uris()),
                        "须为下列之一：" + String.join("、", Crs.uris()))))
        .orElse(Crs.CRS84);
  }

  ItemsQuery items(Layer<?> layer) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (String name : given.keySet()) {
      if (!ITEMS.contains(name)) {
        Field<?> field = layer.field(name).orElseThrow(() -> unknown(name));
        one(field.name()).ifPresent(value -> filters.put(name, value));
      }
    }
    return new ItemsQuery(limit(), one("after").orElse(""), crs(), bbox(), datetime(), filters);
  }

  private int limit() {
    Optional<String> text = one("limit");
    if (text.isEmpty()) {
      return ItemsQuery.DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text.get());
      if (limit >= 1) {
        // /req/core/fc-limit-response-1: no more than asked for, no more than we allow
        return Math.min(limit, ItemsQuery.MOST);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw invalid("limit", text.get(), "must be a whole number from 1 on", "须为不小于 1 的整数");
  }

  private @Nullable BoundingBox bbox() {
    Crs crs = crs("bbox-crs");
    Optional<String> text = one("bbox");
    return text.isEmpty()
        ? null
        : BoundingBox.parse(text.get(), crs)
            .orElseThrow(() ->
                invalid(
                    "bbox",
                    text.get(),
                    "must be 4 or 6 numbers, lower corner first, in the axis order of bbox-crs",
                    "须为 4 或 6 个数，先低角后高角，轴序与 bbox-crs 一致"));
  }

  private @Nullable TimeSpan datetime() {
    Optional<String> text = one("datetime");
    return text.isEmpty()
        ? null
        : TimeSpan.parse(text.get())
            .orElseThrow(() ->
                invalid(
                    "datetime",
                    text.get(),
                    "must be an RFC 3339 instant or an interval such as 2020-01-01T00:00:00Z/..",
                    "须为 RFC 3339 时刻或区间，例如 2020-01-01T00:00:00Z/.."));
  }

  static Problem invalid(String name, String value, String en, String zh) {
    return Problem.badRequest(
        "parameter-invalid",
        "参数 " + name + "（" + value + "）" + zh + "。",
        "The parameter " + name + " (" + value + ") " + en + ".");
  }

  private static Problem unknown(String name) {
    return Problem.badRequest(
            "parameter-unknown", "没有参数 " + name + "。", "There is no parameter " + name + ".")
        .next("可用的参数见 /ogc/api。", "The parameters are listed at /ogc/api.");
  }
}
