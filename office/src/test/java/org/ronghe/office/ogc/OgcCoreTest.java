package org.ronghe.office.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.office.postgres.TestOffice;
import org.ronghe.office.register.SmallCounty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// OGC 17-069r4 (Part 1: Core), requirement by requirement, over a socket.
class OgcCoreTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static TestOffice office;

  @BeforeAll
  static void open() {
    office = TestOffice.with(SmallCounty.county());
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String type(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
    return ids;
  }

  private static List<String> rels(JsonNode document) {
    List<String> rels = new ArrayList<>();
    document.get("links").forEach(link -> rels.add(link.get("rel").asString()));
    return rels;
  }

  private static String href(JsonNode document, String rel) {
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(rel)) {
        return link.get("href").asString();
      }
    }
    throw new AssertionError("no link " + rel);
  }

  /// /req/core/root-op, /req/core/root-success
  @Test
  void A01_the_landing_page_leads_everywhere() {
    JsonNode landing = json(office.get("/ogc"));
    assertThat(rels(landing))
        .contains("self", "alternate", "service-desc", "service-doc", "conformance", "data");
    assertThat(landing.get("title").asString()).contains("上党区");
    for (String rel : List.of("service-desc", "service-doc", "conformance", "data")) {
      assertThat(office.get(href(landing, rel)).statusCode()).as(rel).isEqualTo(200);
    }
  }

  /// /req/core/api-definition-op, /req/core/api-definition-success, /req/oas30/oas-definition-1
  @Test
  void A02_the_api_definition_is_openapi_3() {
    HttpResponse<String> answer = office.get("/ogc/api");
    assertThat(type(answer)).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    JsonNode api = json(answer);
    assertThat(api.get("openapi").asString()).startsWith("3.0");
    assertThat(api.get("paths").has("/collections/places/items")).isTrue();
    assertThat(api.get("paths").has("/collections/points/items")).isFalse();
  }

  /// /req/core/conformance-op, /req/core/conformance-success
  @Test
  void A03_conformance_names_core_geojson_html_openapi_and_crs() {
    List<String> classes = new ArrayList<>();
    json(office.get("/ogc/conformance"))
        .get("conformsTo")
        .forEach(one -> classes.add(one.asString()));
    assertThat(classes)
        .containsExactlyInAnyOrder(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  }

  /// /req/core/fc-md-op, /req/core/fc-md-success, /req/core/fc-md-links, /req/core/fc-md-items
  @Test
  void A04_strangers_see_the_open_collections_and_a_viewer_all() {
    List<String> open = new ArrayList<>();
    JsonNode document = json(office.get("/ogc/collections"));
    document.get("collections").forEach(c -> open.add(c.get("id").asString()));
    assertThat(open).containsExactly("divisions", "places", "facilities", "roads");
    assertThat(rels(document)).contains("self", "alternate");
    List<String> all = new ArrayList<>();
    json(office.asViewer("/ogc/collections"))
        .get("collections")
        .forEach(c -> all.add(c.get("id").asString()));
    assertThat(all)
        .contains(
            "tunnels",
            "compartments",
            "sections",
            "equipment",
            "network-nodes",
            "network-links",
            "points");
  }

  /// /req/core/fc-md-extent, /req/core/sfc-md-op, /req/core/sfc-md-success, fc-md-items-links
  @Test
  void A05_a_collection_says_its_extent_and_where_its_items_are() {
    JsonNode places = json(office.get("/ogc/collections/places"));
    JsonNode box = places.get("extent").get("spatial").get("bbox").get(0);
    assertThat(box.get(0).asDouble()).isEqualTo(113.02);
    assertThat(box.get(3).asDouble()).isEqualTo(36.10);
    assertThat(places.get("itemType").asString()).isEqualTo("feature");
    assertThat(ids(json(office.get(href(places, "items"))))).containsExactly("P-1", "P-2");
    JsonNode divisions = json(office.get("/ogc/collections/divisions"));
    assertThat(divisions.get("extent").get("temporal").get("interval").get(0).get(0).asString())
        .isEqualTo("2023-06-30T00:00:00Z");
  }

  /// /req/core/fc-op, /req/core/fc-response, fc-timeStamp, fc-numberMatched, fc-numberReturned
  @Test
  void B01_items_are_a_feature_collection_with_counts_and_time() {
    HttpResponse<String> answer = office.get("/ogc/collections/places/items");
    assertThat(type(answer)).isEqualTo("application/geo+json");
    JsonNode page = json(answer);
    assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(page.get("numberMatched").asInt()).isEqualTo(2);
    assertThat(page.get("numberReturned").asInt()).isEqualTo(2);
    assertThat(page.get("timeStamp").asString()).endsWith("Z");
    assertThat(rels(page)).contains("self", "alternate", "collection").doesNotContain("next");
    JsonNode village = page.get("features").get(0);
    assertThat(village.get("geometry").get("coordinates").get(0).asDouble()).isEqualTo(113.02);
    assertThat(village.get("properties").get("name").asString()).isEqualTo("黎岭村");
    assertThat(village.get("properties").get("synthetic").asBoolean()).isTrue();
    assertThat(village.get("properties").get("source").asString()).isEqualTo("generator");
    assertThat(village.get("properties").get("vintage").asString()).isEqualTo("2026");
  }

  /// /req/core/fc-limit-definition, /req/core/fc-limit-response-1, /req/core/fc-links (next)
  @Test
  void B02_pages_follow_each_other_to_the_end() {
    JsonNode first = json(office.asViewer("/ogc/collections/points/items?limit=3"));
    assertThat(first.get("numberReturned").asInt()).isEqualTo(3);
    assertThat(first.get("numberMatched").asInt()).isEqualTo(4);
    JsonNode second = json(office.asViewer(href(first, "next")));
    assertThat(second.get("numberReturned").asInt()).isEqualTo(1);
    assertThat(rels(second)).doesNotContain("next");
    List<String> all = new ArrayList<>(ids(first));
    all.addAll(ids(second));
    assertThat(all).isSorted().doesNotHaveDuplicates().hasSize(4);
  }

  /// /req/core/fc-bbox-definition, /req/core/fc-bbox-response
  @Test
  void B03_bbox_keeps_what_it_meets_and_drops_what_has_no_position() {
    String places = "/ogc/collections/places/items?bbox=";
    assertThat(ids(json(office.get(places + "113,36,113.05,36.05")))).containsExactly("P-1");
    assertThat(ids(json(office.get(places + "113,36,0,113.05,36.05,99")))).containsExactly("P-1");
    assertThat(ids(json(office.get(places + "170,-10,-170,80")))).isEmpty();
    assertThat(ids(json(office.get("/ogc/collections/divisions/items?bbox=-180,-90,180,90"))))
        .containsExactly("140404.NBS.2023-06-30");
    // the corner of the pipe's envelope is empty: its geometry, not its envelope, must meet
    String links = "/ogc/collections/network-links/items?bbox=";
    assertThat(ids(json(office.asViewer(links + "113.001,36.005,113.005,36.009")))).isEmpty();
    assertThat(ids(json(office.asViewer(links + "113.001,35.999,113.005,36.009"))))
        .containsExactly("H-L1");
  }

  /// /req/core/fc-time-definition, /req/core/fc-time-response
  @Test
  void B04_datetime_asks_when_a_pipe_was_there() {
    String links = "/ogc/collections/network-links/items?datetime=";
    assertThat(ids(json(office.asViewer(links + "2014-12-31T23:59:59Z")))).isEmpty();
    assertThat(ids(json(office.asViewer(links + "2015-01-01T00:00:00Z")))).containsExactly("H-L1");
    assertThat(ids(json(office.asViewer(links + "../2014-06-01T00:00:00Z")))).isEmpty();
    assertThat(ids(json(office.asViewer(links + "2010-01-01T00:00:00Z/..")))).hasSize(1);
    // a village has no time: always there
    String places = "/ogc/collections/places/items?datetime=";
    assertThat(ids(json(office.get(places + "1990-01-01T00:00:00%2B08:00")))).hasSize(2);
  }

  /// /rec/core/fc-filters (property filters), queryables
  @Test
  void B05_properties_filter_by_equality() {
    assertThat(
            ids(json(office.get("/ogc/collections/places/items?name=%E9%BB%8E%E5%B2%AD%E6%9D%91"))))
        .containsExactly("P-1");
    assertThat(
            ids(
                json(
                    office.asViewer(
                        "/ogc/collections/network-links/items?utility=heat&diameter_mm=500"))))
        .containsExactly("H-L1");
    assertThat(ids(json(office.get("/ogc/collections/places/items?synthetic=false")))).isEmpty();
    JsonNode queryables = json(office.get("/ogc/collections/places/queryables"));
    assertThat(queryables.get("properties").has("division")).isTrue();
  }

  /// /req/core/f-op, /req/core/f-success, /req/core/f-links
  @Test
  void B06_one_feature_with_links_to_itself_and_its_collection() {
    HttpResponse<String> answer = office.get("/ogc/collections/places/items/P-2");
    JsonNode feature = json(answer);
    assertThat(type(answer)).isEqualTo("application/geo+json");
    assertThat(feature.get("type").asString()).isEqualTo("Feature");
    assertThat(rels(feature)).contains("self", "alternate", "collection");
    assertThat(answer.headers().allValues("Link")).anyMatch(link -> link.contains("rel=\"self\""));
  }

  /// A fire section lies on its tunnel between its chainages.
  @Test
  void B07_a_section_is_its_part_of_the_centreline() {
    JsonNode section = json(office.asViewer("/ogc/collections/sections/items/T1.G.002"));
    JsonNode line = section.get("geometry").get("coordinates");
    assertThat(line.get(0).get(0).asDouble()).isCloseTo(113.002, within(1e-9));
    assertThat(line.get(1).get(0).asDouble()).isCloseTo(113.004, within(1e-9));
    assertThat(section.get("properties").get("name").asString()).isEqualTo("光明路管廊 综合舱 2区");
  }

  private static org.assertj.core.data.Offset<Double> within(double distance) {
    return org.assertj.core.data.Offset.offset(distance);
  }

  /// /req/core/query-param-unknown, /req/core/query-param-invalid
  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour=red",
        "limit=0",
        "limit=many",
        "limit=1&limit=2",
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=1,9,2,3",
        "bbox=1,2,3,NaN",
        "datetime=yesterday",
        "datetime=2021-01-01T00:00:00Z/2020-01-01T00:00:00Z",
        "datetime=../..",
        "crs=EPSG:4490",
        "bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857",
        "f=gml",
        "lang=fr"
      })
  void C01_a_wrong_or_unknown_parameter_is_refused(String query) {
    HttpResponse<String> answer = office.get("/ogc/collections/places/items?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(type(answer)).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"zh\"").contains("\"code\":\"parameter-");
  }

  /// /req/core/http (status codes)
  @Test
  void C02_what_is_not_there_is_404() {
    for (String path :
        List.of(
            "/ogc/collections/castles",
            "/ogc/collections/castles/items",
            "/ogc/collections/places/items/P-9")) {
      HttpResponse<String> answer = office.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(type(answer)).startsWith("application/problem+json");
    }
  }

  /// /req/html/content, /req/html/definition, /req/geojson/content
  @Test
  void C03_f_and_accept_choose_between_json_and_pages() {
    String path = "/ogc/collections/places/items";
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    assertThat(type(office.get(path, "Accept", browser))).isEqualTo("text/html;charset=UTF-8");
    assertThat(type(office.get(path, "Accept", "*/*"))).isEqualTo("application/geo+json");
    assertThat(type(office.get(path + "?f=json", "Accept", browser)))
        .isEqualTo("application/geo+json");
    for (String page :
        List.of("/ogc", "/ogc/api", "/ogc/conformance", "/ogc/collections", path, path + "/P-1")) {
      HttpResponse<String> answer = office.get(page + "?f=html&lang=en");
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(answer.body()).contains("<html lang=\"en\">").contains("synthetic");
    }
    assertThat(office.get(path + "?f=html&lang=zh").body()).contains("黎岭村").contains("合成");
  }

  @Test
  void D01_strangers_are_asked_to_sign_in_and_devices_see_their_own_points() {
    HttpResponse<String> stranger = office.get("/ogc/collections/points/items");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    String password = office.device("rtu-7", "T1.G.001.*");
    String basic = TestOffice.basic("rtu-7", password);
    JsonNode own = json(office.get("/ogc/collections/points/items", "Authorization", basic));
    assertThat(ids(own)).containsExactly("T1.G.001.CH4", "T1.G.001.FAN");
    assertThat(own.get("numberMatched").asInt()).isEqualTo(2);
    assertThat(
            office
                .get("/ogc/collections/points/items/H.CB.N1.PRES", "Authorization", basic)
                .statusCode())
        .isEqualTo(404);
    assertThat(office.get("/ogc/collections/tunnels/items", "Authorization", basic).statusCode())
        .isEqualTo(403);
  }

  @Test
  void D02_protected_answers_may_not_be_kept_by_others() {
    HttpResponse<String> answer = office.asViewer("/ogc/collections/points/items");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("private");
  }
}
