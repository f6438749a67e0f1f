package org.ronghe.sources.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeKind;

/// Each thing that can be wrong, alone: the file, row, field, value and guess of its notice.
class C_NoticeStories {
  @TempDir Path dir;

  static List<Example> examples() {
    return Stream.of(
            FileExamples.packages(),
            FileExamples.files(),
            RowExamples.values(),
            RowExamples.shapes(),
            List.of(FileExamples.curve()),
            RowExamples.between())
        .flatMap(List::stream)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> C01_each_kind_is_found_where_it_is() {
    return examples().stream()
        .map(example -> DynamicTest.dynamicTest(example.kind().code(), () -> check(example)));
  }

  private void check(Example example) throws Exception {
    PackageReading reading = read(example, dir.resolve(example.kind().code()));

    assertThat(PackageFolder.lines(reading)).containsExactlyInAnyOrderElementsOf(example.lines());
    Notice notice =
        reading.notices().stream()
            .filter(one -> one.kind() == example.kind())
            .findFirst()
            .orElseThrow();
    assertThat(notice.maybe().map(maybe -> maybe.en())).isEqualTo(example.maybe());
    assertThat(notice.why().zh() + notice.why().en()).doesNotContain("{");
  }

  /// Reads an example in a folder of its own.
  static PackageReading read(Example example, Path dir) throws Exception {
    Files.createDirectories(dir);
    PackageFolder folder = new PackageFolder(dir);
    example.files().write(folder);
    return folder.read();
  }

  @Test
  void C02_no_kind_is_without_an_example() {
    assertThat(examples().stream().map(Example::kind).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(NoticeKind.all());
  }

  @Test
  void C03_each_kind_has_a_code_of_its_own_and_all_its_words() {
    assertThat(NoticeKind.all().stream().map(NoticeKind::code)).doesNotHaveDuplicates();
    for (NoticeKind kind : NoticeKind.all()) {
      assertThat(kind.why().zh()).as(kind.code()).isNotBlank();
      assertThat(kind.why().en()).as(kind.code()).isNotBlank();
      assertThat(kind.help().zh()).as(kind.code()).isNotBlank();
      assertThat(kind.help().en()).as(kind.code()).isNotBlank();
      assertThat(kind.maybe().zh().isBlank()).isEqualTo(kind.maybe().en().isBlank());
    }
  }
}
