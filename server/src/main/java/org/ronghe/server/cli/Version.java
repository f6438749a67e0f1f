package org.ronghe.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/// `-V`, for every command: version and commit, from the manifest of the jar that runs.
final class Version implements IVersionProvider {
  private static final String UNKNOWN = "unknown";

  @Override
  public String[] getVersion() {
    Manifest manifest = manifest();
    return new String[] {
      "ronghe %s (%s)".formatted(read(manifest, "Implementation-Version"), commit(manifest)),
      "Java " + Runtime.version()
    };
  }

  /// Gives every command of the line this version.
  static void tellBy(CommandLine line) {
    line.getCommandSpec().versionProvider(new Version());
    line.getSubcommands().values().forEach(Version::tellBy);
  }

  private static String commit(@Nullable Manifest manifest) {
    String commit = read(manifest, "Implementation-Commit");
    return commit.startsWith("$") ? UNKNOWN : commit;
  }

  private static String read(@Nullable Manifest manifest, String name) {
    String value = manifest == null ? null : manifest.getMainAttributes().getValue(name);
    return value == null || value.isBlank() ? UNKNOWN : value;
  }

  /// The manifest beside this class; null when it runs from a folder of classes.
  private static @Nullable Manifest manifest() {
    String here = String.valueOf(Version.class.getResource("Version.class"));
    int end = here.indexOf("!/");
    if (!here.startsWith("jar:") || end < 0) {
      return null;
    }
    URI place = URI.create(here.substring(0, end) + "!/META-INF/MANIFEST.MF");
    try (InputStream in = place.toURL().openStream()) {
      return new Manifest(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
