package org.ronghe.office.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.atlas.AtlasRoom;
import org.ronghe.office.atlas.Feature;
import org.ronghe.office.atlas.Layer;
import org.ronghe.office.atlas.Reader;
import org.ronghe.office.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// OGC API – Features at `/ogc` (OGC 17-069r4 Part 1, 18-058r1 Part 2).
@RestController
@RequestMapping("/ogc")
final class OgcEndpoint {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final AtlasRoom room;
  private final Reader reader;
  private final JsonMapper mapper;

  OgcEndpoint(AtlasRoom room, Reader reader, JsonMapper mapper) {
    this.room = room;
    this.reader = reader;
    this.mapper = mapper;
  }

  /// What every answer needs to know about its request.
  private record Asked(
      Atlas atlas, Parameters parameters, Addresses at, boolean html, boolean chinese) {
    Pages pages() {
      return new Pages(chinese, atlas.head(), at);
    }

    Documents documents() {
      return new Documents(at);
    }
  }

  private Asked asked(HttpServletRequest request) {
    var parameters = new Parameters(request.getParameterMap());
    return new Asked(
        room.atlasOrProblem(),
        parameters,
        new Addresses(request),
        Formats.isHtml(parameters, request.getHeader(HttpHeaders.ACCEPT)),
        Formats.isChinese(parameters, request.getLocale()));
  }

  /// A request that takes no parameters but those of every one.
  private Asked plain(HttpServletRequest request) {
    Asked asked = asked(request);
    asked.parameters().allow();
    return asked;
  }

  @GetMapping({"", "/"})
  ResponseEntity<?> landing(HttpServletRequest request) {
    Asked asked = plain(request);
    return answer(
        asked,
        () -> asked.pages().landing(),
        () -> asked.documents().landing(asked.atlas().head()),
        MediaType.APPLICATION_JSON);
  }

  @GetMapping("/conformance")
  ResponseEntity<?> conformance(HttpServletRequest request) {
    Asked asked = plain(request);
    return answer(
        asked,
        () -> asked.pages().conformance(),
        () -> Map.of("conformsTo", Documents.CONFORMANCE),
        MediaType.APPLICATION_JSON);
  }

  @GetMapping("/api")
  ResponseEntity<?> api(HttpServletRequest request) {
    Asked asked = plain(request);
    List<Layer<?>> layers = readable(asked.atlas());
    return answer(
        asked,
        () -> asked.pages().api(layers),
        () -> OpenApi.of(asked.atlas().head(), asked.at().of(), layers),
        Formats.OPENAPI);
  }

  @GetMapping("/collections")
  ResponseEntity<?> collections(HttpServletRequest request) {
    Asked asked = plain(request);
    List<Layer<?>> layers = readable(asked.atlas());
    return answer(
        asked,
        () -> asked.pages().collections(layers),
        () -> asked.documents().collections(layers),
        MediaType.APPLICATION_JSON);
  }

  @GetMapping("/collections/{name}")
  ResponseEntity<?> collection(@PathVariable String name, HttpServletRequest request) {
    Asked asked = plain(request);
    Layer<?> layer = layer(asked, name);
    return answer(
        asked,
        () -> asked.pages().collection(layer),
        () -> asked.documents().collection(layer),
        MediaType.APPLICATION_JSON);
  }

  @GetMapping("/collections/{name}/queryables")
  ResponseEntity<?> queryables(@PathVariable String name, HttpServletRequest request) {
    Asked asked = plain(request);
    Layer<?> layer = layer(asked, name);
    return answer(
        asked,
        () -> asked.pages().collection(layer),
        () -> asked.documents().queryables(layer),
        Formats.SCHEMA);
  }

  @GetMapping("/collections/{name}/items")
  ResponseEntity<?> items(@PathVariable String name, HttpServletRequest request) {
    Asked asked = asked(request);
    return page(asked, layer(asked, name));
  }

  private <T> ResponseEntity<?> page(Asked asked, Layer<T> layer) {
    ItemsQuery query = asked.parameters().items(layer);
    ItemsQuery.Page<T> page = query.answer(layer, reader.idsOf(asked.atlas(), layer.name()));
    List<Link> links = new ArrayList<>(selfAndAlternate(asked));
    if (page.more()) {
      links.add(
          Link.of(
              asked.at().selfWith("after", page.features().getLast().id()),
              "next",
              asked.html() ? MediaType.TEXT_HTML : Formats.GEOJSON,
              "Next page"));
    }
    links.add(collectionOf(asked, layer));
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return features(
        asked,
        ok(asked.atlas(), layer.name(), links),
        query.crs(),
        () -> asked.pages().items(layer, page, links),
        () -> GeoJson.page(mapper, query.crs(), layer, page, now, links));
  }

  @GetMapping("/collections/{name}/items/{id}")
  ResponseEntity<?> item(
      @PathVariable String name, @PathVariable String id, HttpServletRequest request) {
    Asked asked = asked(request);
    Layer<?> layer = layer(asked, name);
    asked.parameters().allow("crs");
    return item(asked, layer, id);
  }

  private <T> ResponseEntity<?> item(Asked asked, Layer<T> layer, String id) {
    Crs crs = asked.parameters().crs();
    Feature<T> feature =
        layer
            .byId(id)
            .filter(found -> reader.idsOf(asked.atlas(), layer.name()).test(found.id()))
            .orElseThrow(() -> noSuch("feature", "要素", id));
    List<Link> links = new ArrayList<>(selfAndAlternate(asked));
    links.add(collectionOf(asked, layer));
    return features(
        asked,
        ok(asked.atlas(), layer.name(), links),
        crs,
        () -> asked.pages().item(layer, feature),
        () -> GeoJson.one(mapper, crs, layer, feature, links));
  }

  private static Link collectionOf(Asked asked, Layer<?> layer) {
    return Link.of(
        asked.at().of("collections", layer.name()),
        "collection",
        MediaType.APPLICATION_JSON,
        layer.en());
  }

  private static List<Link> selfAndAlternate(Asked asked) {
    MediaType self = asked.html() ? MediaType.TEXT_HTML : Formats.GEOJSON;
    MediaType other = asked.html() ? Formats.GEOJSON : MediaType.TEXT_HTML;
    return List.of(
        Link.of(asked.at().self(), "self", self, "This document"),
        Link.of(
            asked.at().selfWith("f", asked.html() ? "json" : "html"),
            "alternate",
            other,
            "In another format"));
  }

  private ResponseEntity.BodyBuilder ok(Atlas atlas, String layer, List<Link> links) {
    CacheControl cache = CacheControl.noCache();
    return ResponseEntity.ok()
        .cacheControl(atlas.isOpen(layer) ? cache : cache.cachePrivate())
        .header(HttpHeaders.VARY, "Accept", "Accept-Language", "Cookie", "Authorization")
        .header(HttpHeaders.LINK, links.stream().map(Link::header).toArray(String[]::new));
  }

  private static ResponseEntity<?> features(
      Asked asked,
      ResponseEntity.BodyBuilder answer,
      Crs crs,
      Supplier<String> page,
      Supplier<byte[]> geoJson) {
    return asked.html()
        ? answer.contentType(HTML).body(page.get())
        : answer
            .contentType(Formats.GEOJSON)
            .header("Content-Crs", "<" + crs.uri() + ">")
            .body(geoJson.get());
  }

  private ResponseEntity<?> answer(
      Asked asked, Supplier<String> page, Supplier<Map<String, Object>> document, MediaType type) {
    var answer =
        ResponseEntity.ok()
            .cacheControl(CacheControl.noCache().cachePrivate())
            .header(HttpHeaders.VARY, "Accept", "Accept-Language", "Cookie", "Authorization");
    return asked.html()
        ? answer.contentType(HTML).body(page.get())
        : answer.contentType(type).body(mapper.writeValueAsBytes(document.get()));
  }

  /// Strangers are not even told the names of what they may not read.
  private List<Layer<?>> readable(Atlas atlas) {
    List<Layer<?>> readable = new ArrayList<>();
    for (Layer<?> layer : atlas.layers()) {
      if (reader.mayRead(atlas, layer.name())) {
        readable.add(layer);
      }
    }
    return readable;
  }

  private Layer<?> layer(Asked asked, String name) {
    Layer<?> layer = asked.atlas().layer(name).orElseThrow(() -> noSuch("collection", "数据集", name));
    try {
      reader.require(asked.atlas(), name);
    } catch (Problem problem) {
      if (problem.getStatusCode().value() == 401) {
        problem
            .getHeaders()
            .set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Ronghe\", charset=\"UTF-8\"");
      }
      throw problem;
    }
    return layer;
  }

  private static Problem noSuch(String what, String zh, String id) {
    return Problem.notFound(
            "no-such-" + what, "没有" + zh + " " + id + "。", "There is no " + what + " " + id + ".")
        .next("数据集见 /ogc/collections。", "The collections are listed at /ogc/collections.");
  }
}
