package org.ronghe.office.ogc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;

/// Which features of a collection are asked for.
///
/// @param after the id behind which the page begins; empty for the first page
/// @param filters property → wanted value, as text
record ItemsQuery(
    int limit,
    String after,
    Crs crs,
    @Nullable BoundingBox bbox,
    @Nullable TimeSpan datetime,
    Map<String, String> filters) {
  static final int DEFAULT_LIMIT = 100;
  static final int MOST = 10_000;

  /// One page.
  ///
  /// @param matched how many there are in all
  /// @param more true when another page follows
  record Page<T>(List<Feature<T>> features, int matched, boolean more) {}

  /// Answers from one layer. Pages are cut by id, so a page stays where it is when others change.
  ///
  /// @param visible which ids the reader may see
  <T> Page<T> answer(Layer<T> layer, Predicate<String> visible) {
    List<Wanted<T>> wanted = wanted(layer);
    Set<String> near = near(layer);
    List<Feature<T>> page = new ArrayList<>();
    int matched = 0;
    boolean more = false;
    for (Feature<T> feature : layer.features()) {
      if ((near == null || near.contains(feature.id()))
          && meets(feature, wanted)
          && visible.test(feature.id())) {
        matched++;
        if (feature.id().compareTo(after) > 0) {
          if (page.size() < limit) {
            page.add(feature);
          } else {
            more = true;
          }
        }
      }
    }
    return new Page<>(page, matched, more);
  }

  private record Wanted<T>(Field<T> field, String value) {
    boolean meets(T row) {
      Object is = field.value().apply(row);
      if (is instanceof Double number) {
        try {
          return number == Double.parseDouble(value);
        } catch (NumberFormatException _) {
          return false;
        }
      }
      return is != null && Objects.toString(is).equals(value);
    }
  }

  private <T> List<Wanted<T>> wanted(Layer<T> layer) {
    List<Wanted<T>> wanted = new ArrayList<>();
    filters.forEach(
        (name, value) -> wanted.add(new Wanted<>(layer.field(name).orElseThrow(), value)));
    return wanted;
  }

  private <T> @Nullable Set<String> near(Layer<T> layer) {
    if (bbox == null) {
      return null;
    }
    Set<String> near = new HashSet<>();
    for (Envelope part : bbox.parts()) {
      layer.near(part).forEach(feature -> near.add(feature.id()));
    }
    return near;
  }

  private <T> boolean meets(Feature<T> feature, List<Wanted<T>> wanted) {
    for (Wanted<T> one : wanted) {
      if (!one.meets(feature.row())) {
        return false;
      }
    }
    if (datetime != null && !datetime.meets(feature.since())) {
      return false;
    }
    Geometry geometry = feature.geometry();
    return bbox == null || (geometry != null && bbox.meets(geometry));
  }
}
