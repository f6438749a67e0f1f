package org.ronghe.server.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.problem.Refusal;

class MemoryCheckTest {
  private static final long MIB = 1 << 20;
  @TempDir Path folder;

  private MemoryCheck machineWith(long available_MiB) throws IOException {
    Path meminfo = folder.resolve("meminfo");
    Files.writeString(
        meminfo,
        "MemTotal:       8000000 kB\nMemFree:          10000 kB\nMemAvailable:   %d kB\n"
            .formatted(available_MiB << 10));
    return new MemoryCheck(meminfo, folder);
  }

  private void inContainer(String limit, long used, long files) throws IOException {
    Files.writeString(folder.resolve("memory.max"), limit + "\n");
    Files.writeString(folder.resolve("memory.current"), used + "\n");
    Files.writeString(
        folder.resolve("memory.stat"), "anon 5\ninactive_file " + files + "\nactive_file 7\n");
  }

  @Test
  void A01_too_little_memory_is_refused_with_both_figures() throws IOException {
    MemoryCheck small = machineWith(300);
    Refusal refusal = catchThrowableOfType(Refusal.class, small::refuseTooLittle);
    assertThat(refusal.why().code()).isEqualTo("memory-short");
    assertThat(refusal.why().en()).contains("300 MiB left", "at least 768 MiB");
    assertThat(refusal.why().zh()).contains("只剩 300 MiB");
  }

  @Test
  void A02_enough_is_enough() throws IOException {
    MemoryCheck machine = machineWith(2_000);
    machine.refuseTooLittle();
    assertThat(machine.available_MiB()).hasValue(2_000);
  }

  @Test
  void B01_a_container_may_have_less_than_its_machine() throws IOException {
    inContainer(Long.toString(1_000 * MIB), 900 * MIB, 50 * MIB);
    MemoryCheck small = machineWith(9_000);
    assertThat(small.available_MiB()).hasValue(150);
    assertThat(catchThrowableOfType(Refusal.class, small::refuseTooLittle)).isNotNull();
  }

  @Test
  void B02_a_container_without_a_limit_has_what_its_machine_has() throws IOException {
    inContainer("max", 900 * MIB, 0);
    assertThat(machineWith(3_000).available_MiB()).hasValue(3_000);
  }

  @Test
  void B03_where_it_cannot_be_told_the_start_goes_on() {
    MemoryCheck elsewhere = new MemoryCheck(folder.resolve("none"), folder);
    elsewhere.refuseTooLittle();
    assertThat(elsewhere.available_MiB()).isEmpty();
  }
}
