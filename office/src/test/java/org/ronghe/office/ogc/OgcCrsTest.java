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

/// OGC 18-058r1 (Part 2: Coordinate Reference Systems by Reference), over a socket.
class OgcCrsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String PLACE = "/ogc/collections/places/items";
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

  /// /req/crs/fc-md-crs-list, /req/crs/fc-md-storageCrs, /req/crs/fc-md-storageCrs-valid-value
  @Test
  void A01_a_collection_lists_its_systems_and_the_one_it_is_kept_in() {
    JsonNode collection = json(office.get("/ogc/collections/places"));
    List<String> systems = new ArrayList<>();
    collection.get("crs").forEach(crs -> systems.add(crs.asString()));
    assertThat(systems)
        .containsExactly(
            CRS84,
            "http://www.opengis.net/def/crs/EPSG/0/4490",
            "http://www.opengis.net/def/crs/EPSG/0/4326");
    assertThat(collection.get("storageCrs").asString()).isEqualTo(CRS84);
  }

  /// /req/crs/fc-crs-default-value, /req/crs/ogc-crs-header
  @Test
  void A02_without_asking_it_is_crs84_longitude_first() {
    HttpResponse<String> answer = office.get(PLACE + "/P-1");
    assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + CRS84 + ">");
    JsonNode position = json(answer).get("geometry").get("coordinates");
    assertThat(position.get(0).asDouble()).isEqualTo(113.02);
  }

  /// /req/crs/fc-crs-action, /req/crs/ogc-crs-header-value
  @ParameterizedTest
  @ValueSource(ints = {4490, 4326})
  void A03_the_epsg_systems_put_latitude_first(int code) {
    String crs = "http://www.opengis.net/def/crs/EPSG/0/" + code;
    for (String path : List.of(PLACE, PLACE + "/P-1")) {
      HttpResponse<String> answer = office.get(path + "?crs=" + crs);
      assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + crs + ">");
      JsonNode document = json(answer);
      JsonNode feature = document.has("features") ? document.get("features").get(0) : document;
      JsonNode position = feature.get("geometry").get("coordinates");
      assertThat(position.get(0).asDouble()).isEqualTo(36.02);
      assertThat(position.get(1).asDouble()).isEqualTo(113.02);
    }
  }

  /// /req/crs/fc-bbox-crs-definition, /req/crs/fc-bbox-crs-action
  @ParameterizedTest
  @ValueSource(ints = {4490, 4326})
  void A04_bbox_follows_the_axes_of_its_own_system(int code) {
    String crs = "http://www.opengis.net/def/crs/EPSG/0/" + code;
    JsonNode page = json(office.get(PLACE + "?bbox=36,113,36.05,113.05&bbox-crs=" + crs));
    assertThat(page.get("numberMatched").asInt()).isEqualTo(1);
    JsonNode position = page.get("features").get(0).get("geometry").get("coordinates");
    assertThat(position.get(0).asDouble()).as("the answer stays CRS84").isEqualTo(113.02);
  }

  /// The next page is in the same system as this one.
  @Test
  void A05_the_next_link_keeps_the_system() {
    String crs = "http://www.opengis.net/def/crs/EPSG/0/4490";
    JsonNode page = json(office.get(PLACE + "?limit=1&crs=" + crs));
    String next = "";
    for (JsonNode link : page.get("links")) {
      next = link.get("rel").asString().equals("next") ? link.get("href").asString() : next;
    }
    HttpResponse<String> answer = office.get(next);
    assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + crs + ">");
    assertThat(json(answer).get("features").get(0).get("id").asString()).isEqualTo("P-2");
  }
}
