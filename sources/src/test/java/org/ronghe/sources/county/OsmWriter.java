package org.ronghe.sources.county;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes a small OSM extract: dense nodes first, then ways.
final class OsmWriter {
  private final List<String> strings = new ArrayList<>(List.of(""));
  private final DenseNodes.Builder nodes = DenseNodes.newBuilder();
  private final PrimitiveGroup.Builder ways = PrimitiveGroup.newBuilder();
  private long lastId;
  private long lastLon;
  private long lastLat;

  OsmWriter node(long id, double lon, double lat, Map<String, String> tags) {
    long lonUnits = Math.round(lon * 1e7);
    long latUnits = Math.round(lat * 1e7);
    nodes.addId(id - lastId).addLon(lonUnits - lastLon).addLat(latUnits - lastLat);
    tags.forEach((key, value) -> nodes.addKeysVals(string(key)).addKeysVals(string(value)));
    nodes.addKeysVals(0);
    lastId = id;
    lastLon = lonUnits;
    lastLat = latUnits;
    return this;
  }

  OsmWriter way(long id, Map<String, String> tags, long... refs) {
    Way.Builder way = Way.newBuilder().setId(id);
    tags.forEach((key, value) -> way.addKeys(string(key)).addVals(string(value)));
    long last = 0;
    for (long ref : refs) {
      way.addRefs(ref - last);
      last = ref;
    }
    ways.addWays(way);
    return this;
  }

  private int string(String text) {
    if (!strings.contains(text)) {
      strings.add(text);
    }
    return strings.indexOf(text);
  }

  byte[] bytes() throws IOException {
    StringTable.Builder table = StringTable.newBuilder();
    strings.forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
    PrimitiveBlock block =
        PrimitiveBlock.newBuilder()
            .setStringtable(table)
            .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(nodes))
            .addPrimitivegroup(ways)
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BlockOutputStream out = new BlockOutputStream(bytes)) {
      HeaderBlock header = HeaderBlock.newBuilder().addRequiredFeatures("DenseNodes").build();
      out.write(FileBlock.newInstance("OSMHeader", header.toByteString(), null));
      out.write(FileBlock.newInstance("OSMData", block.toByteString(), null));
    }
    return bytes.toByteArray();
  }
}
