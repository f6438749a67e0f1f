package org.ronghe.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.plan.Remark;
import org.ronghe.sources.plan.TableAnswer;

/// Reads the tables of a plan command: refusals end it, remarks are kept and printed to the error
/// output, so that the answer itself stays clean.
final class PlanTables {
  private final List<Remark> remarks = new ArrayList<>();

  <T> T take(TableAnswer<T> answer) {
    return switch (answer) {
      case TableAnswer.Read<T> read -> {
        remarks.addAll(read.remarks());
        yield read.table();
      }
      case TableAnswer.Refused<T> refused -> throw refusal(refused.why());
    };
  }

  static Refusal refusal(Remark why) {
    return new Refusal(why.code(), why.zh(), why.en(), why.maybeZh(), why.maybeEn());
  }

  void remark(String code, String zh, String en) {
    remarks.add(new Remark(code, zh, en, "", ""));
  }

  List<Remark> remarks() {
    return List.copyOf(remarks);
  }

  void print(PrintWriter err) {
    remarks.forEach(remark -> err.println("! " + Words.say(remark.zh(), remark.en())));
    err.flush();
  }

  /// Writes a table to a file (gzip when its name ends in `.gz`), or to `out` when there is none.
  static void write(@Nullable Path file, PrintWriter out, List<String> lines) throws IOException {
    if (file == null) {
      lines.forEach(line -> out.print(line + "\n"));
      out.flush();
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new Refusal(
          "folder-missing",
          "文件夹 " + folder + " 不存在。",
          "The folder " + folder + " is not there.",
          "请先建好文件夹。",
          "Make it first.");
    }
    try (Writer writer = writer(file)) {
      for (String line : lines) {
        writer.write(line);
        writer.write('\n');
      }
    }
  }

  private static Writer writer(Path file) throws IOException {
    return file.toString().endsWith(".gz")
        ? new java.io.OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8)
        : Files.newBufferedWriter(file);
  }

  /// A number as shortly as it can be read back exactly; empty for NaN, `Inf` for infinite.
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /// A cell of a CSV table, quoted where it must be.
  static String cell(String text) {
    return text.contains(",") || text.contains("\"") || text.contains("\n")
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }
}
