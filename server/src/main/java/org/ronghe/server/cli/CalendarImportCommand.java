package org.ronghe.server.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.calendar.CalendarYear;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.calendar.CalendarImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./ronghe serve calendar import FILE`.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "导入一年的放假安排 / take over one year's holidays",
      "文件是 holiday-cn 的 JSON，或本系统的 YAML / the file is holiday-cn's JSON or our own YAML"
    })
final class CalendarImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "一年的文件 / the file of one year")
  private Path file = Path.of("");

  @Option(names = "--calendars", paramLabel = "DIR", description = "日历文件夹 / folder of calendars")
  private @Nullable Path calendars;

  @Option(names = "--replace", description = "替换已有的年份 / replace a year that is there")
  private boolean replace;

  @Option(names = "--json", description = "一行 JSON / answer as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    CalendarImport.Answer answer = CalendarImport.parse(file.toString(), text(), LocalDate.now());
    if (answer.year().isEmpty()) {
      var first = answer.notices().getFirst();
      throw new Refusal(
          "calendar-unreadable",
          first.chinese(),
          first.english(),
          "什么也没有改动；格式见 docs/guide/calendar.md。",
          "Nothing was changed; the format is in docs/guide/calendar.md.");
    }
    CalendarYear year = answer.year().get();
    Path folder = calendars == null ? Calendars.shipped() : calendars;
    Path target = folder.resolve(year.year() + ".yaml");
    if (Files.exists(target) && !replace) {
      throw new Refusal(
          "calendar-there",
          year.year() + " 年的日历已在 " + target + "。",
          "The calendar of " + year.year() + " is already in " + target + ".",
          "确要替换，加 --replace。",
          "To replace it, add --replace.");
    }
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "calendar", ".tmp");
    Files.writeString(fresh, CalendarImport.yaml(year));
    Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    new Terminal(spec.commandLine(), json)
        .answer(
            Map.of("year", year.year(), "file", target.toString()),
            Words.say(
                "已写入 " + year.year() + " 年的日历：" + target,
                "Wrote the calendar of " + year.year() + ": " + target));
    return Commands.DONE;
  }

  private String text() throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new Refusal(
          "file-missing",
          "没有文件 " + file + "。",
          "There is no file " + file + ".",
          "看看路径写对了没有。",
          "Check the path.");
    } catch (MalformedInputException notText) {
      throw new Refusal(
          "file-not-text",
          "文件 " + file + " 不是 UTF-8 文本。",
          "The file " + file + " is not UTF-8 text.",
          "",
          "");
    }
  }
}
