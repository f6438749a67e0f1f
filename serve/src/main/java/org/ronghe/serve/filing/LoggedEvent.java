package org.ronghe.serve.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.ronghe.engines.casework.CaseEvent;
import org.ronghe.engines.casework.Verb;
import tools.jackson.databind.json.JsonMapper;

/// One event as the log keeps it.
///
/// @param data JSON text: kind of a suspension, written notice, what is missing, hashes of content
/// @param hash SHA-256 over the hash before and everything here
record LoggedEvent(
    int seq,
    Instant at,
    LocalDate on,
    Verb verb,
    String step,
    String by,
    String role,
    String department,
    String reason,
    String data,
    byte[] hash) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final byte[] NOTHING_BEFORE = new byte[0];

  /// The event with its place in the chain.
  LoggedEvent chained(String number, byte[] before) {
    return new LoggedEvent(
        seq, at, on, verb, step, by, role, department, reason, data, digest(number, before));
  }

  byte[] digest(String number, byte[] before) {
    String text =
        JSON.writeValueAsString(
            new Object[] {
              number,
              seq,
              ChronoUnit.MICROS.between(Instant.EPOCH, at),
              on.toString(),
              verb.code(),
              step,
              by,
              role,
              department,
              reason,
              data
            });
    MessageDigest sha256 = sha256();
    sha256.update(before);
    return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  CaseEvent event() {
    var node = JSON.readTree(data);
    return new CaseEvent(
        verb,
        on,
        step,
        by,
        node.path("kind").asString(""),
        !node.path("notice").asString("").isEmpty(),
        node.path("ways").valueStream().map(way -> way.asString()).toList());
  }
}
