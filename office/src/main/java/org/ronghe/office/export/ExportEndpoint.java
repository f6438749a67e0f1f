package org.ronghe.office.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.atlas.AtlasRoom;
import org.ronghe.office.atlas.Layer;
import org.ronghe.office.atlas.Reader;
import org.ronghe.office.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/export/{collection}.csv` and `.gpkg`. A file with synthetic rows says so in its
/// name, and each row in its `synthetic` column.
@RestController
final class ExportEndpoint {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType GPKG = new MediaType("application", "geopackage+sqlite3");

  private final AtlasRoom room;
  private final Reader reader;

  ExportEndpoint(AtlasRoom room, Reader reader) {
    this.room = room;
    this.reader = reader;
  }

  /// @param bom false leaves the byte-order mark out, for programs; Excel needs it
  @GetMapping("/api/v1/export/{name}.csv")
  ResponseEntity<byte[]> csv(
      @PathVariable String name, @RequestParam(defaultValue = "true") boolean bom)
      throws IOException {
    Atlas atlas = room.atlasOrProblem();
    Layer<?> layer = layer(atlas, name);
    return file(atlas, layer, "csv", CSV).body(CsvSheet.of(layer, reader.idsOf(atlas, name), bom));
  }

  @GetMapping("/api/v1/export/{name}.gpkg")
  ResponseEntity<byte[]> geoPackage(@PathVariable String name) throws IOException, SQLException {
    Atlas atlas = room.atlasOrProblem();
    Layer<?> layer = layer(atlas, name);
    String notice =
        layer.anySynthetic()
            ? "synthetic=true. " + atlas.head().noticeZh() + " " + atlas.head().noticeEn()
            : "";
    return file(atlas, layer, "gpkg", GPKG)
        .body(GeoPackage.of(layer, reader.idsOf(atlas, name), notice.strip()));
  }

  private static Layer<?> layer(Atlas atlas, String name) {
    return atlas
        .layer(name)
        .orElseThrow(() ->
            Problem.notFound(
                "no-such-collection",
                "没有数据集 " + name + "。",
                "There is no collection " + name + "."));
  }

  private static ResponseEntity.BodyBuilder file(
      Atlas atlas, Layer<?> layer, String ending, MediaType type) {
    String name =
        atlas.head().code()
            + "-"
            + layer.name()
            + (layer.anySynthetic() ? "-synthetic" : "")
            + "."
            + ending;
    CacheControl cache = CacheControl.noCache();
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(atlas.isOpen(layer.name()) ? cache : cache.cachePrivate())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString());
  }
}
