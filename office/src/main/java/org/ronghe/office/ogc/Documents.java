package org.ronghe.office.ogc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.ronghe.model.county.CountyHead;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;
import org.springframework.http.MediaType;

/// The JSON documents about the service and its collections.
final class Documents {
  static final List<String> CONFORMANCE =
      List.of(
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
          "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

  private final Addresses at;

  Documents(Addresses at) {
    this.at = at;
  }

  Map<String, Object> landing(CountyHead head) {
    List<Link> links = new ArrayList<>(selfAndAlternate(MediaType.APPLICATION_JSON));
    links.add(Link.of(at.of("api"), "service-desc", Formats.OPENAPI, "API definition"));
    links.add(
        Link.of(at.of("api") + "?f=html", "service-doc", MediaType.TEXT_HTML, "API documentation"));
    links.add(
        Link.of(
            at.of("conformance"),
            "conformance",
            MediaType.APPLICATION_JSON,
            "Conformance classes"));
    links.add(Link.of(at.of("collections"), "data", MediaType.APPLICATION_JSON, "Collections"));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", head.nameZh() + " " + head.nameEn());
    document.put("description", (head.noticeZh() + " " + head.noticeEn()).strip());
    document.put("links", links);
    return document;
  }

  /// This document, and the same in the other format.
  List<Link> selfAndAlternate(MediaType type) {
    return List.of(
        Link.of(at.self(), "self", type, "This document"),
        Link.of(at.selfWith("f", "html"), "alternate", MediaType.TEXT_HTML, "As a page"));
  }

  Map<String, Object> collections(List<Layer<?>> layers) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("links", selfAndAlternate(MediaType.APPLICATION_JSON));
    document.put("crs", Crs.uris());
    document.put("collections", layers.stream().map(this::described).toList());
    return document;
  }

  Map<String, Object> collection(Layer<?> layer) {
    Map<String, Object> document = described(layer);
    List<Link> links = new ArrayList<>(selfAndAlternate(MediaType.APPLICATION_JSON));
    links.addAll(ofCollection(layer.name()));
    document.put("links", links);
    return document;
  }

  private Map<String, Object> described(Layer<?> layer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", layer.name());
    document.put("title", layer.zh() + " " + layer.en());
    document.put(
        "description", layer.anySynthetic() ? "含合成数据。 Contains synthetic data." : layer.en() + ".");
    Map<String, Object> extent = extent(layer);
    if (!extent.isEmpty()) {
      document.put("extent", extent);
    }
    document.put("itemType", "feature");
    document.put("crs", Crs.uris());
    document.put("storageCrs", Crs.CRS84.uri());
    List<Link> links = new ArrayList<>();
    links.add(
        Link.of(
            at.of("collections", layer.name()), "self", MediaType.APPLICATION_JSON, layer.en()));
    links.addAll(ofCollection(layer.name()));
    document.put("links", links);
    return document;
  }

  private List<Link> ofCollection(String name) {
    String items = at.of("collections", name, "items");
    return List.of(
        Link.of(items, "items", Formats.GEOJSON, "Features"),
        Link.of(items + "?f=html", "items", MediaType.TEXT_HTML, "Features as a page"),
        Link.of(
            at.of("collections", name, "queryables"),
            QUERYABLES,
            Formats.SCHEMA,
            "Properties to filter by"));
  }

  private static Map<String, Object> extent(Layer<?> layer) {
    Map<String, Object> extent = new LinkedHashMap<>();
    Envelope box = layer.extent();
    if (!box.isNull()) {
      extent.put(
          "spatial",
          Map.of(
              "bbox",
              List.of(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())),
              "crs",
              Crs.CRS84.uri()));
    }
    layer.features().stream()
        .map(Feature::since)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .ifPresent(first -> {
          List<Object> interval = new ArrayList<>();
          interval.add(first + "T00:00:00Z");
          interval.add(null);
          extent.put("temporal", Map.of("interval", List.of(interval)));
        });
    return extent;
  }

  Map<String, Object> queryables(Layer<?> layer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field<?> field : layer.fields()) {
      properties.put(
          field.name(),
          Map.of("title", field.zh() + " " + field.en(), "type", OpenApi.type(field.type())));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", at.of("collections", layer.name(), "queryables"));
    document.put("type", "object");
    document.put("title", layer.zh() + " " + layer.en());
    document.put("properties", properties);
    document.put("additionalProperties", false);
    return document;
  }
}
