package org.ronghe.sources.county.table;

import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.InflaterInputStream;
import org.locationtech.jts.geom.Coordinate;

/// The OSM PBF format, block by block.
final class OsmFile {
  private static final int HEADER_BYTES_ALLOWED = 64 << 10;
  private static final int BLOCK_BYTES_ALLOWED = 32 << 20;

  private OsmFile() {}

  record OsmNode(long id, Map<String, String> tags, Coordinate coordinate) {}

  record Way(long id, Map<String, String> tags, List<Long> nodes) {}

  /// Hands on each node that has tags.
  static void nodes(Path path, Consumer<OsmNode> nodes) throws IOException {
    blocks(
        path,
        block ->
            eachNode(
                block,
                true,
                node -> {
                  if (!node.tags.isEmpty()) {
                    nodes.accept(node);
                  }
                }));
  }

  /// Hands on each way that is `wanted` by its tags, with its line. Nodes outside of the extract
  /// are left out. The file is read twice, so that only the nodes of wanted ways are kept.
  static void ways(
      Path path, Predicate<Map<String, String>> wanted, BiConsumer<Way, Coordinate[]> ways)
      throws IOException {
    List<Way> found = new ArrayList<>();
    Map<Long, Coordinate> places = new HashMap<>();
    blocks(path, block -> eachWay(block, wanted, found));
    for (Way way : found) {
      for (long node : way.nodes) {
        places.put(node, UNKNOWN);
      }
    }
    blocks(
        path,
        block ->
            eachNode(
                block, false, node -> places.computeIfPresent(node.id, (_, _) -> node.coordinate)));
    for (Way way : found) {
      List<Coordinate> line = new ArrayList<>(way.nodes.size());
      for (long node : way.nodes) {
        Coordinate at = places.getOrDefault(node, UNKNOWN);
        if (!Double.isNaN(at.x)) {
          line.add(at);
        }
      }
      ways.accept(way, line.toArray(Coordinate[]::new));
    }
  }

  private static final Coordinate UNKNOWN = new Coordinate(Double.NaN, Double.NaN);

  /// Hands on each block of data. The sizes in the file are held against the limits of the format
  /// before anything is read, so that a file that is no OSM data takes no memory.
  private static void blocks(Path path, Consumer<PrimitiveBlock> blocks) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      for (byte[] length = in.readNBytes(4); length.length > 0; length = in.readNBytes(4)) {
        if (length.length < 4) {
          throw new IOException("the file ends within a block");
        }
        int headerBytes = ByteBuffer.wrap(length).getInt();
        BlobHeader header = BlobHeader.parseFrom(part(in, headerBytes, HEADER_BYTES_ALLOWED));
        byte[] body = part(in, header.getDatasize(), BLOCK_BYTES_ALLOWED);
        if (header.getType().equals("OSMData")) {
          blocks.accept(PrimitiveBlock.parseFrom(unpacked(Blob.parseFrom(body))));
        }
      }
    }
  }

  private static byte[] part(DataInputStream in, int length, int allowed) throws IOException {
    if (length < 0 || length > allowed) {
      throw new IOException("a block of " + length + " bytes");
    }
    byte[] part = in.readNBytes(length);
    if (part.length < length) {
      throw new IOException("the file ends within a block");
    }
    return part;
  }

  private static byte[] unpacked(Blob blob) throws IOException {
    if (blob.hasRaw()) {
      return blob.getRaw().toByteArray();
    }
    if (!blob.hasZlibData()) {
      throw new IOException("a block packed by other means than zlib");
    }
    try (InputStream in = new InflaterInputStream(blob.getZlibData().newInput())) {
      return in.readNBytes(BLOCK_BYTES_ALLOWED);
    }
  }

  private static void eachWay(
      PrimitiveBlock block, Predicate<Map<String, String>> wanted, List<Way> found) {
    for (PrimitiveGroup group : block.getPrimitivegroupList()) {
      for (var way : group.getWaysList()) {
        Map<String, String> tags = tags(block, way.getKeysList(), way.getValsList());
        if (wanted.test(tags)) {
          List<Long> nodes = new ArrayList<>(way.getRefsCount());
          long last = 0;
          for (long step : way.getRefsList()) {
            last += step;
            nodes.add(last);
          }
          found.add(new Way(way.getId(), tags, nodes));
        }
      }
    }
  }

  private static void eachNode(PrimitiveBlock block, boolean tags, Consumer<OsmNode> nodes) {
    for (PrimitiveGroup group : block.getPrimitivegroupList()) {
      for (Node node : group.getNodesList()) {
        Map<String, String> own = tags(block, node.getKeysList(), node.getValsList());
        nodes.accept(
            new OsmNode(node.getId(), own, coordinate(block, node.getLon(), node.getLat())));
      }
      if (group.hasDense()) {
        eachDense(block, group.getDense(), tags, nodes);
      }
    }
  }

  /// Dense nodes hold differences to the node before, and all tags in one list, 0 ending a node's.
  private static void eachDense(
      PrimitiveBlock block, DenseNodes dense, boolean tags, Consumer<OsmNode> nodes) {
    long id = 0;
    long lon = 0;
    long lat = 0;
    int at = 0;
    for (int i = 0; i < Math.min(dense.getIdCount(), dense.getLatCount()); i++) {
      id += dense.getId(i);
      lon += dense.getLon(i);
      lat += dense.getLat(i);
      Map<String, String> own = new HashMap<>();
      while (tags && at + 1 < dense.getKeysValsCount() && dense.getKeysVals(at) != 0) {
        own.put(string(block, dense.getKeysVals(at)), string(block, dense.getKeysVals(at + 1)));
        at += 2;
      }
      at++;
      nodes.accept(new OsmNode(id, own, coordinate(block, lon, lat)));
    }
  }

  private static Map<String, String> tags(
      PrimitiveBlock block, List<Integer> keys, List<Integer> values) {
    Map<String, String> tags = new HashMap<>();
    for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
      tags.put(string(block, keys.get(i)), string(block, values.get(i)));
    }
    return tags;
  }

  private static String string(PrimitiveBlock block, int index) {
    boolean known = index >= 0 && index < block.getStringtable().getSCount();
    return known ? block.getStringtable().getS(index).toStringUtf8() : "";
  }

  /// Units of the block, at least 100 nano-degrees, to degrees; rounded to the 1e-9 they are
  /// written in.
  private static Coordinate coordinate(PrimitiveBlock block, long lon, long lat) {
    long lonNano = block.getLonOffset() + block.getGranularity() * lon;
    long latNano = block.getLatOffset() + block.getGranularity() * lat;
    return new Coordinate(lonNano / 1e9, latNano / 1e9);
  }
}
