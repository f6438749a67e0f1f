package org.ronghe.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/// `-V`, for every command: the version, from the manifest of the jar that runs, and the commit it
/// was built from.
final class Version implements IVersionProvider {
  private static final String UNKNOWN = "unknown";

  @Override
  public String[] getVersion() {
    String version = orUnknown(Version.class.getPackage().getImplementationVersion());
    return new String[] {
      "ronghe %s (%s)".formatted(version, commit()), "Java " + Runtime.version()
    };
  }

  /// Gives every command of the line this version.
  static void tellBy(CommandLine line) {
    line.getCommandSpec().versionProvider(new Version());
    line.getSubcommands().values().forEach(Version::tellBy);
  }

  private static String commit() {
    try (InputStream in = Version.class.getResourceAsStream("commit.txt")) {
      return in == null
          ? UNKNOWN
          : orUnknown(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String orUnknown(@Nullable String text) {
    return text == null || text.isBlank() ? UNKNOWN : text;
  }
}
