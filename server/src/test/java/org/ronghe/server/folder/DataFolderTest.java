package org.ronghe.server.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.problem.Refusal;

class DataFolderTest {
  @TempDir Path data;

  private Refusal refusal() {
    return catchThrowableOfType(Refusal.class, () -> DataFolder.take(data).close());
  }

  @Test
  void A01_a_fresh_folder_says_its_format_and_keeps_secrets_to_itself() throws IOException {
    DataFolder.take(data).close();
    assertThat(data.resolve("VERSION")).hasContent("1\n");
    assertThat(Files.getPosixFilePermissions(data.resolve("secrets"))).hasSize(3);
  }

  @Test
  void A02_one_at_a_time() {
    try (DataFolder first = DataFolder.take(data)) {
      assertThat(DataFolder.isTaken(first.path())).isTrue();
      assertThat(refusal().why().code()).isEqualTo("data-locked");
      assertThat(refusal().why().maybeEn()).contains("./ronghe stop --data " + data);
    }
    assertThat(DataFolder.isTaken(data)).isFalse();
  }

  @Test
  void A03_data_of_a_newer_version_is_left_alone() throws IOException {
    Files.writeString(data.resolve("VERSION"), "2\n");
    assertThat(refusal().why().code()).isEqualTo("data-newer");
    assertThat(data.resolve("lock")).doesNotExist();
  }

  @Test
  void A04_a_folder_that_is_something_else_is_left_alone() throws IOException {
    Files.writeString(data.resolve("VERSION"), "my other program\n");
    assertThat(refusal().why().code()).isEqualTo("data-version");
  }

  @Test
  void A05_a_file_in_the_way_is_explained() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "");
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> DataFolder.take(file.resolve("below")));
    assertThat(refusal.why().code()).isEqualTo("data-folder");
  }
}
