package org.ronghe.sources.orlib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.ronghe.sources.orlib.OrlibAnswer.Read;
import org.ronghe.sources.orlib.OrlibAnswer.Refused;

/// Reads a p-median file of the OR-Library: a header `nodes edges p`, then one edge a line, `node
/// node length`, nodes from 1. Every figure is checked against the header.
public final class OrlibFile {
  private static final int MOST_NODES = 20_000;

  private final Path file;
  private int nodes = -1;
  private int open;
  private int[] from = {};
  private int[] to = {};
  private double[] length = {};
  private int edges;

  private OrlibFile(Path file) {
    this.file = file;
  }

  public static OrlibAnswer read(Path file) {
    try {
      return new OrlibFile(file).take(Files.readAllLines(file));
    } catch (Wrong wrong) {
      return wrong.why;
    } catch (NoSuchFileException _) {
      return new Refused("orlib-missing", file + " 不存在。", file + " is not there.", "", "");
    } catch (IOException e) {
      return new Refused(
          "orlib-unreadable",
          "读不了 " + file + "：" + e.getMessage(),
          "Cannot read " + file + ": " + e.getMessage(),
          "也许它不是文本文件？",
          "Maybe it is not a text file?");
    }
  }

  private OrlibAnswer take(List<String> lines) throws Wrong {
    for (int row = 1; row <= lines.size(); row++) {
      String line = lines.get(row - 1).replace("\uFEFF", "").strip();
      if (line.isEmpty()) {
        continue;
      }
      String[] cells = line.split("\\s+");
      if (cells.length != 3) {
        throw at(row, line, "每行应有三个数。", "a line has three numbers.");
      }
      if (nodes < 0) {
        header(row, cells);
      } else {
        edge(row, cells);
      }
    }
    if (nodes < 0) {
      throw new Wrong(new Refused("orlib-empty", file + " 是空的。", file + " is empty.", "", ""));
    }
    if (edges < length.length) {
      throw count(edges, "也许文件被截断了？", "Maybe the file was cut short?");
    }
    return new Read(new OrlibGraph(nodes, open, from, to, length));
  }

  private void header(int row, String[] cells) throws Wrong {
    nodes = whole(row, "n", cells[0], 1, MOST_NODES);
    int announced = whole(row, "m", cells[1], 0, 100_000_000);
    open = whole(row, "p", cells[2], 1, Integer.MAX_VALUE);
    from = new int[announced];
    to = new int[announced];
    length = new double[announced];
  }

  private void edge(int row, String[] cells) throws Wrong {
    if (edges == length.length) {
      throw count(edges + 1, "也许表头里的边数写错了？", "Maybe the number of edges in the header is wrong?");
    }
    from[edges] = whole(row, "node", cells[0], 1, nodes) - 1;
    to[edges] = whole(row, "node", cells[1], 1, nodes) - 1;
    length[edges] = positive(row, cells[2]);
    edges++;
  }

  private Wrong count(int found, String maybeZh, String maybeEn) {
    String more = found > length.length ? "+" : "";
    return new Wrong(
        new Refused(
            "orlib-edges",
            file + " 表头说有 " + length.length + " 条边，实有 " + found + more + " 条。",
            file + " announces " + length.length + " edges and holds " + found + more + ".",
            maybeZh,
            maybeEn));
  }

  private int whole(int row, String field, String cell, int least, int most) throws Wrong {
    try {
      int value = Integer.parseInt(cell);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw at(
        row,
        field + " " + cell,
        "应是 " + least + " 到 " + most + " 的整数。",
        "should be a whole number from " + least + " to " + most + ".");
  }

  private double positive(int row, String cell) throws Wrong {
    try {
      double value = Double.parseDouble(cell);
      if (value >= 0 && value < 1e15) {
        return value;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw at(row, "length " + cell, "应是不小于 0 的数。", "should be a number of at least 0.");
  }

  private Wrong at(int row, String what, String zh, String en) {
    return new Wrong(
        new Refused(
            "orlib-row",
            file + " 第 " + row + " 行（" + what + "）：" + zh,
            file + " row " + row + " (" + what + "): " + en,
            "格式：首行“点数 边数 p”，以下每行“点 点 长度”。",
            "The format: first \"nodes edges p\", then \"node node length\" on each line."));
  }

  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refused why;

    Wrong(Refused why) {
      super(why.en(), null, false, false);
      this.why = why;
    }
  }
}
