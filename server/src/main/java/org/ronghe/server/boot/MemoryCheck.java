package org.ronghe.server.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.ronghe.office.problem.Refusal;

/// How much memory is left: of the machine and, in a container, of what the container may take.
///
/// @param meminfo what Linux says of the machine
/// @param group folder of the control group (v2)
public record MemoryCheck(Path meminfo, Path group) {
  private static final long NEEDED_MIB = 768;
  private static final int MIB_SHIFT = 20;

  /// Of the machine this runs on.
  public static MemoryCheck ofThisMachine() {
    return new MemoryCheck(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
  }

  /// Memory that can still be taken without swapping, in MiB; empty where it cannot be told.
  public OptionalLong available_MiB() {
    OptionalLong machine = field("MemAvailable:");
    OptionalLong container = container_MiB();
    if (machine.isEmpty() || container.isEmpty()) {
      return machine.isPresent() ? machine : container;
    }
    return OptionalLong.of(Math.min(machine.getAsLong(), container.getAsLong()));
  }

  /// Refuses when a county would not fit.
  void refuseTooLittle() {
    OptionalLong left = available_MiB();
    if (left.isPresent() && left.getAsLong() < NEEDED_MIB) {
      throw new Refusal(
          "memory-short",
          "内存不足：只剩 " + left.getAsLong() + " MiB，启动至少需要 " + NEEDED_MIB + " MiB。",
          "Not enough memory: "
              + left.getAsLong()
              + " MiB left, a start needs at least "
              + NEEDED_MIB
              + " MiB.",
          "关掉其他程序，或给本机（容器）加内存；./ronghe doctor 可查看。",
          "Stop other programs, or give this machine (container) more; ./ronghe doctor shows it.");
    }
  }

  private OptionalLong field(String name) {
    return lines(meminfo).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst();
  }

  /// What the limit leaves; files kept in memory give way, so they count as free.
  private OptionalLong container_MiB() {
    List<String> limit = lines(group.resolve("memory.max"));
    List<String> used = lines(group.resolve("memory.current"));
    if (limit.isEmpty() || used.isEmpty() || !limit.getFirst().matches("\\d+")) {
      return OptionalLong.empty();
    }
    long files =
        lines(group.resolve("memory.stat")).stream()
            .filter(line -> line.startsWith("inactive_file "))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(0);
    long left = Long.parseLong(limit.getFirst()) - Long.parseLong(used.getFirst()) + files;
    return OptionalLong.of(Math.max(0, left) >> MIB_SHIFT);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isReadable(file)
          ? Files.readAllLines(file, StandardCharsets.US_ASCII)
          : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }
}
