package org.ronghe.server;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.ronghe.server.cli.Commands;
import tools.jackson.databind.JsonNode;

/// A command line typed after `./ronghe`, and what it said.
record Typed(int code, String out, String err) {

  static Typed ronghe(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var saidOut = new ByteArrayOutputStream();
    var saidErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(saidOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(saidErr, true, StandardCharsets.UTF_8));
    try {
      int code = Commands.run(arguments);
      return new Typed(
          code, saidOut.toString(StandardCharsets.UTF_8), saidErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  JsonNode json() {
    return Visitor.JSON.readTree(out);
  }
}
