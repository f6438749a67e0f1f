package org.ronghe.office.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.county.CountyHead;
import org.ronghe.office.atlas.Field;
import org.ronghe.office.atlas.Layer;

/// The API definition (OpenAPI 3.0) of this service, with the collections its reader may see.
final class OpenApi {
  private OpenApi() {}

  static Map<String, Object> of(CountyHead head, String server, List<Layer<?>> layers) {
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/", get("landing", "Landing page", "application/json", List.of()));
    paths.put("/conformance", get("conformance", "Conformance", "application/json", List.of()));
    paths.put("/api", get("api", "This definition", Formats.OPENAPI.toString(), List.of()));
    paths.put("/collections", get("collections", "Collections", "application/json", List.of()));
    for (Layer<?> layer : layers) {
      addCollection(paths, layer);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put(
        "info",
        Map.of(
            "title",
            head.nameZh() + " " + head.nameEn() + " – OGC API Features",
            "description",
            (head.noticeZh() + " " + head.noticeEn()).strip(),
            "version",
            head.packageVersion()));
    document.put("servers", List.of(Map.of("url", server)));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of("securitySchemes", Map.of("basic", Map.of("type", "http", "scheme", "basic"))));
    document.put("security", List.of(Map.of(), Map.of("basic", List.of())));
    return document;
  }

  private static void addCollection(Map<String, Object> paths, Layer<?> layer) {
    String name = layer.name();
    String base = "/collections/" + name;
    paths.put(base, get(name, layer.en(), "application/json", List.of()));
    paths.put(
        base + "/queryables",
        get(name + ".queryables", "Properties", Formats.SCHEMA.toString(), List.of()));
    paths.put(
        base + "/items",
        get(name + ".items", layer.en(), Formats.GEOJSON.toString(), itemParameters(layer)));
    paths.put(
        base + "/items/{featureId}",
        get(
            name + ".item",
            "One feature",
            Formats.GEOJSON.toString(),
            List.of(
                Map.of("name", "featureId", "in", "path", "required", true, "schema", string()),
                query("crs", "CRS of the answer", choice(Crs.uris())))));
  }

  private static List<Map<String, Object>> itemParameters(Layer<?> layer) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    parameters.add(
        query(
            "limit",
            "Features a page",
            Map.of(
                "type",
                "integer",
                "minimum",
                1,
                "maximum",
                ItemsQuery.MOST,
                "default",
                ItemsQuery.DEFAULT_LIMIT)));
    Map<String, Object> bbox =
        new LinkedHashMap<>(
            query(
                "bbox",
                "4 or 6 numbers in the axis order of bbox-crs",
                Map.of(
                    "type",
                    "array",
                    "minItems",
                    4,
                    "maxItems",
                    6,
                    "items",
                    Map.of("type", "number"))));
    bbox.put("style", "form");
    bbox.put("explode", false);
    parameters.add(bbox);
    parameters.add(query("bbox-crs", "CRS of bbox", choice(Crs.uris())));
    parameters.add(query("crs", "CRS of the answer", choice(Crs.uris())));
    parameters.add(query("datetime", "RFC 3339 instant or interval", string()));
    parameters.add(query("after", "Page begins behind this id", string()));
    for (Field<?> field : layer.fields()) {
      parameters.add(
          query(field.name(), field.zh() + " " + field.en(), Map.of("type", type(field.type()))));
    }
    return parameters;
  }

  private static Map<String, Object> get(
      String id, String summary, String type, List<Map<String, Object>> parameters) {
    List<Map<String, Object>> all = new ArrayList<>(parameters);
    all.add(query("f", "Format", choice(List.of("json", "html"))));
    all.add(query("lang", "Language of pages", choice(List.of("zh", "en"))));
    Map<String, Object> content =
        Map.of(
            type,
            Map.of("schema", Map.of("type", "object")),
            "text/html",
            Map.of("schema", string()));
    return Map.of(
        "get",
        Map.of(
            "operationId",
            id,
            "summary",
            summary,
            "parameters",
            all,
            "responses",
            Map.of(
                "200", Map.of("description", summary, "content", content),
                "400", problem("A parameter is unknown or has an invalid value"),
                "401", problem("Sign in to read this collection"),
                "404", problem("There is no such resource"))));
  }

  private static Map<String, Object> problem(String description) {
    return Map.of(
        "description",
        description,
        "content",
        Map.of("application/problem+json", Map.of("schema", Map.of("type", "object"))));
  }

  private static Map<String, Object> query(String name, String text, Map<String, Object> schema) {
    return Map.of(
        "name", name, "in", "query", "required", false, "description", text, "schema", schema);
  }

  private static Map<String, Object> string() {
    return Map.of("type", "string");
  }

  private static Map<String, Object> choice(List<String> values) {
    return Map.of("type", "string", "enum", values);
  }

  static String type(Field.Type type) {
    return switch (type) {
      case TEXT -> "string";
      case NUMBER -> "number";
      case INTEGER -> "integer";
      case TRUTH -> "boolean";
    };
  }
}
