package org.ronghe.server;

import org.ronghe.server.cli.Commands;

/// The one program. See `./ronghe help`.
public final class Ronghe {
  private Ronghe() {}

  public static void main(String[] arguments) {
    // A library on the class path carries a logback.xml of its own.
    System.setProperty("logback.configurationFile", "ronghe-logback.xml");
    System.exit(Commands.run(arguments));
  }
}
