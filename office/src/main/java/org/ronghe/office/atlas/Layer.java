package org.ronghe.office.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/// A collection of features of one kind, in the order of their ids, with a spatial index. Immutable
/// and safe for any thread.
public final class Layer<T> {
  private final String name;
  private final Shape shape;
  private final String zh;
  private final String en;
  private final List<Field<T>> fields;
  private final List<Feature<T>> features;
  private final Map<String, Feature<T>> byId;
  private final STRtree index = new STRtree();
  private final Envelope extent = new Envelope();

  Layer(
      String name,
      Shape shape,
      String zh,
      String en,
      List<Field<T>> fields,
      List<Feature<T>> features) {
    this.name = name;
    this.shape = shape;
    this.zh = zh;
    this.en = en;
    this.fields = List.copyOf(fields);
    this.features =
        features.stream().sorted(Comparator.comparing((Feature<T> f) -> f.id())).toList();
    this.byId = HashMap.newHashMap(features.size());
    for (Feature<T> feature : this.features) {
      byId.put(feature.id(), feature);
      var geometry = feature.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        index.insert(geometry.getEnvelopeInternal(), feature);
        extent.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    index.build();
  }

  /// As in URLs, e.g. `network-links`.
  public String name() {
    return name;
  }

  public Shape shape() {
    return shape;
  }

  /// Title in Chinese.
  public String zh() {
    return zh;
  }

  /// Title in English.
  public String en() {
    return en;
  }

  public List<Field<T>> fields() {
    return fields;
  }

  public Optional<Field<T>> field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
  }

  public List<Feature<T>> features() {
    return features;
  }

  public Optional<Feature<T>> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// West, south, east, north of all geometries; null envelope when there is none.
  public Envelope extent() {
    return extent.copy();
  }

  /// Features whose envelope meets `box`, in no particular order.
  public List<Feature<T>> near(Envelope box) {
    List<Feature<T>> found = new ArrayList<>();
    index.query(
        box,
        item -> {
          // only features of this layer were inserted
          @SuppressWarnings("unchecked")
          Feature<T> feature = (Feature<T>) item;
          found.add(feature);
        });
    return found;
  }

  /// True when any feature is synthetic.
  public boolean anySynthetic() {
    return field("synthetic")
        .map(field ->
            features.stream().anyMatch(f -> Boolean.TRUE.equals(field.value().apply(f.row()))))
        .orElse(false);
  }
}
