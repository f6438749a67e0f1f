package org.ronghe.office.tiles;

import org.jspecify.annotations.Nullable;
import org.ronghe.office.atlas.Atlas;
import org.ronghe.office.atlas.AtlasRoom;
import org.ronghe.office.atlas.Reader;
import org.ronghe.office.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// `GET /tiles/{z}/{x}/{y}.mvt`. Anyone gets the open layers, staff get all of them: the same
/// address answers differently, so nothing between us and the browser may keep it.
@RestController
final class TileEndpoint {
  private static final MediaType MVT = new MediaType("application", "vnd.mapbox-vector-tile");
  private static final long SHELF_bytes = 16L << 20;

  private final AtlasRoom room;
  private final Reader reader;
  private final TileShelf shelf = new TileShelf(SHELF_bytes);
  private @Nullable Atlas printed;
  private @Nullable TilePress press;

  private record Key(TileAddress address, boolean staff, String version) {}

  TileEndpoint(AtlasRoom room, Reader reader) {
    this.room = room;
    this.reader = reader;
  }

  @GetMapping("/tiles/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> tile(
      @PathVariable int z, @PathVariable int x, @PathVariable int y, ServletWebRequest request) {
    var address = new TileAddress(z, x, y);
    if (!address.exists()) {
      throw Problem.notFound("no-such-tile", "没有这个瓦片。", "There is no such tile.");
    }
    Atlas atlas = room.atlasOrProblem();
    boolean staff = reader.isStaff();
    if (request.checkNotModified("\"" + atlas.version() + (staff ? "-s" : "-o") + "\"")) {
      return null;
    }
    return ResponseEntity.ok()
        .contentType(MVT)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, "Cookie", "Authorization")
        .body(bytes(atlas, new Key(address, staff, atlas.version())));
  }

  private byte[] bytes(Atlas atlas, Key key) {
    byte[] kept = shelf.get(key);
    if (kept != null) {
      return kept;
    }
    byte[] made = press(atlas).tile(key.address(), key.staff());
    shelf.put(key, made);
    return made;
  }

  private synchronized TilePress press(Atlas atlas) {
    TilePress now = press;
    if (now == null || printed != atlas) {
      shelf.clear();
      now = new TilePress(atlas);
      press = now;
      printed = atlas;
    }
    return now;
  }
}
