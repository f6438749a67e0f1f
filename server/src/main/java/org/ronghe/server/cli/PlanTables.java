package org.ronghe.server.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.remark.Remark;
import org.ronghe.office.problem.Refusal;
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
    return new Refusal(why);
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

  /// Refuses, before anything is computed, an `--out` that cannot be written or is named as if it
  /// were no text.
  static void check(@Nullable Path file) {
    if (file != null) {
      OutFile.refuseOtherThanText(file);
      OutFile.check(file);
    }
  }

  /// Writes a table to a file (gzip when its name ends in `.gz`), or to `out` when there is none.
  static void write(@Nullable Path file, PrintWriter out, List<String> lines) {
    if (file == null) {
      lines.forEach(line -> out.print(line + "\n"));
      out.flush();
      return;
    }
    try (OutFile made = OutFile.open(file)) {
      OutputStream bytes =
          file.toString().endsWith(".gz")
              ? new GZIPOutputStream(made.stream(), 1 << 16)
              : made.stream();
      Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
      for (String line : lines) {
        writer.write(line);
        writer.write('\n');
      }
      writer.close();
      made.finish();
    } catch (IOException e) {
      throw OutFile.cannotWrite(file, e);
    }
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
