package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeKind;

/// `docs/reference/notices.md` says what the code says. To write it anew: `mvn -pl sources -am test
/// -Dtest=NoticePageTest -Dronghe.write-docs=true`.
class NoticePageTest {
  private static final Path PAGE = Path.of("../docs/reference/notices.md");

  @TempDir Path dir;

  @Test
  void the_page_is_up_to_date() throws Exception {
    String page = page();
    if (Boolean.getBoolean("ronghe.write-docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run this test with -Dronghe.write-docs=true").hasContent(page);
  }

  private String page() throws Exception {
    List<String> page = new ArrayList<>();
    page.add(
        """
        # What the county package reader says / 县数据包提示一览

        Written by `NoticePageTest` from the code and its examples; do not edit by hand.
        An **error** leaves the row or the file out, a **warning** keeps it. The row is the one Excel shows.

        由测试 `NoticePageTest` 从代码和例子生成，请勿手改。**error** 表示这一行（或文件）不会读入，**warning** 仍会读入；
        行号与 Excel 显示的一致。
        """);
    List<Example> examples = C_NoticeStories.examples();
    for (NoticeKind kind : NoticeKind.all()) {
      Example example =
          examples.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
      page.add(section(kind, example));
    }
    return String.join("\n", page);
  }

  private String section(NoticeKind kind, Example example) throws Exception {
    Path folder = dir.resolve(kind.code());
    PackageReading reading = C_NoticeStories.read(example, folder);
    Notice notice =
        reading.notices().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    String place = notice.file() + (notice.row() > 0 ? " : " + notice.row() : "");
    StringBuilder section = new StringBuilder();
    section.append("## `%s` (%s)%n%n".formatted(kind.code(), severity(kind)));
    section.append("%s%n%n%s%n%n".formatted(kind.help().en(), kind.help().zh()));
    section.append("```text%n%s%n".formatted(place));
    line(folder, notice).ifPresent(line -> section.append(line).append('\n'));
    String why = notice.why().en() + notice.maybe().map(maybe -> " " + maybe.en()).orElse("");
    String zh = notice.why().zh() + notice.maybe().map(maybe -> maybe.zh()).orElse("");
    section.append("%s%n%s%n```%n".formatted(why, zh));
    return section.toString().replace(dir.toString() + "/" + kind.code(), "county");
  }

  private static String severity(NoticeKind kind) {
    return kind.severity().name().toLowerCase(Locale.ROOT);
  }

  /// The row in question, of a file that can be shown.
  private static java.util.Optional<String> line(Path folder, Notice notice) throws IOException {
    Path file = folder.resolve(notice.file());
    boolean text = notice.file().endsWith(".csv") || notice.file().endsWith(".yaml");
    if (!text || notice.row() == 0 || !Files.exists(file)) {
      return java.util.Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.stream().skip(notice.row() - 1).findFirst().map(line -> "> " + line);
  }
}
