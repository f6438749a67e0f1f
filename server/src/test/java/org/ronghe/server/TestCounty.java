package org.ronghe.server;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.server.boot.RunningCounty;
import org.ronghe.server.boot.Settings;

/// A whole county in this process, on free ports, for tests.
final class TestCounty implements AutoCloseable {
  static final String OWN_PASSWORD = "four small blue kites";

  final Path data;
  final RunningCounty running;

  private TestCounty(Path data, RunningCounty running) {
    this.data = data;
    this.running = running;
  }

  static TestCounty start(Path data) {
    return start(data, null);
  }

  static TestCounty start(Path data, @Nullable Path county) {
    return new TestCounty(data, RunningCounty.start(settings(data, county)));
  }

  static Settings settings(Path data, @Nullable Path county) {
    return new Settings(
        Path.of("..").toAbsolutePath(), data, county, 0, 0, "127.0.0.1", null, false, false);
  }

  Visitor visitor() {
    return new Visitor(running.address());
  }

  /// The administrator, signed in for the first time, with the password changed.
  Visitor firstAdministrator() {
    Visitor admin = visitor();
    String initial = running.initialPassword().orElseThrow();
    admin.signIn("admin", initial);
    admin.put("/api/v1/session/password", Map.of("old", initial, "new", OWN_PASSWORD));
    return admin;
  }

  /// A new user of this role, signed in, with the initial password changed.
  Visitor user(Visitor admin, String name, String role) {
    return desk(admin, name, role, "");
  }

  /// The same at a desk of a department; `*` for all of them.
  Visitor desk(Visitor admin, String name, String role, String department) {
    var added =
        admin.post(
            "/api/v1/users",
            Map.of("name", name, "displayName", name, "role", role, "department", department));
    String initial = added.json().path("initialPassword").asString();
    Visitor user = visitor();
    user.signIn(name, initial);
    user.put("/api/v1/session/password", Map.of("old", initial, "new", OWN_PASSWORD));
    return user;
  }

  /// A resident who opened an account, signed in.
  Visitor resident(String name) {
    Visitor resident = visitor();
    resident.get("/api/v1/session");
    resident.post(
        "/api/v1/serve/residents",
        Map.of(
            "user", name,
            "password", OWN_PASSWORD,
            "name", "李梅",
            "idNumber", "14041119950505004X",
            "phone", "13800000001"));
    resident.signIn(name, OWN_PASSWORD);
    return resident;
  }

  @Override
  public void close() {
    running.close();
  }
}
