package org.ronghe.office.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronghe.office.postgres.TestOffice;
import org.ronghe.office.register.SmallCounty;

/// Tiles, the county and the search box over a socket.
class TileEndpointTest {
  private static final String TILE = "/tiles/14/13334/6433.mvt";
  private static TestOffice office;

  @BeforeAll
  static void open() {
    office = TestOffice.with(SmallCounty.county());
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void A01_a_viewer_gets_more_than_a_stranger_and_nobody_else_may_keep_it() {
    HttpResponse<byte[]> viewer = office.bytesAsViewer(TILE);
    HttpResponse<byte[]> stranger = office.bytes(TILE);
    assertThat(viewer.headers().firstValue("Content-Type"))
        .contains("application/vnd.mapbox-vector-tile");
    assertThat(viewer.body().length).isGreaterThan(stranger.body().length);
    assertThat(stranger.body()).isNotEmpty();
    assertThat(viewer.headers().firstValue("Cache-Control").orElse("")).contains("private");
  }

  @Test
  void A02_an_unchanged_tile_is_not_sent_again() {
    String tag = office.bytes(TILE).headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = office.bytes(TILE, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void A03_beyond_the_pyramid_there_is_no_tile() {
    assertThat(office.get("/tiles/3/8/0.mvt").statusCode()).isEqualTo(404);
    assertThat(office.get("/tiles/23/0/0.mvt").statusCode()).isEqualTo(404);
  }

  @Test
  void B01_the_county_says_its_name_notice_extent_and_counts() {
    assertThat(office.get("/api/v1/county").body())
        .contains("\"name\":{\"zh\":\"上党区\",\"en\":\"Shangdang District\"}")
        .contains("\"synthetic\":true")
        .contains("\"bbox\":[112.9,35.9,113.2,36.2]")
        .contains("\"points\":4")
        .contains("\"file\":\"points.csv\"");
  }

  @Test
  void B02_the_search_box_is_for_staff() {
    assertThat(office.get("/api/v1/search?q=sdq").statusCode()).isEqualTo(401);
    assertThat(office.asViewer("/api/v1/search?q=sdq&limit=1").body())
        .contains("\"kind\":\"division\"", "\"id\":\"140404\"", "\"name\":\"上党区\"");
    assertThat(office.asViewer("/api/v1/search?q=sdq&limit=0").statusCode()).isEqualTo(400);
  }
}
