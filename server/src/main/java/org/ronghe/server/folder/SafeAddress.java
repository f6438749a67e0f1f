package org.ronghe.server.folder;

import java.net.URI;
import java.util.Set;

/// Addresses of other systems in the settings of a data folder.
public final class SafeAddress {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private SafeAddress() {}

  /// True for https, and for plain http to this machine; an [IllegalArgumentException] when the
  /// text is no address.
  public static boolean is(String text) {
    URI address = URI.create(text);
    String host = address.getHost();
    return host != null
        && ("https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && THIS_MACHINE.contains(host));
  }
}
