package org.ronghe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.office.device.DeviceRegister;

/// Who may do what: each row a request, each column a kind of visitor. `y` gets past the door
/// (whatever the room behind it answers), `n` does not (401 or 403). The clerk has no department,
/// so no department's list is theirs.
class SecurityMatrixTest {
  private static final List<String> VISITORS =
      List.of(
          "stranger",
          "viewer",
          "officer",
          "engineer",
          "administrator",
          "metrics",
          "device",
          "resident",
          "clerk",
          "helper");

  private static final String MATRIX =
      """
      GET    /                                        y y y y y y y y y y
      GET    /actuator/health                         y y y y y y y y y y
      GET    /actuator/prometheus                     n n n n y y n n n n
      GET    /api/v1/county                           y y y y y y y y y y
      GET    /tiles/11/1667/803.mvt                   y y y y y y y y y y
      GET    /api/v1/export/places.csv                y y y y y y y y y y
      GET    /api/v1/export/network-links.csv         n y y y y n n n n n
      GET    /api/v1/export/network-links.gpkg        n y y y y n n n n n
      GET    /api/v1/search?q=x                       n y y y y n n n n n
      GET    /api/v1/overview                         n y y y y n n n n n
      GET    /api/v1/alarms                           n y y y y n n n n n
      POST   /api/v1/alarms/1/acknowledge             n n y y y n n n n n
      GET    /api/v1/works                            n y y y y n n n n n
      GET    /api/v1/points/T1.G.003.CH4/readings     n y y y y n y n n n
      POST   /api/v1/readings                         n n n n n n y n n n
      GET    /api/v1/intake                           n n y y y n n n n n
      GET    /api/v1/quarantine                       n n y y y n n n n n
      DELETE /api/v1/quarantine/NOWHERE               n n n y y n n n n n
      GET    /api/v1/devices                          n n y y y n n n n n
      DELETE /api/v1/devices/nobody                   n n n y y n n n n n
      GET    /api/v1/users                            n n n n y n n n n n
      DELETE /api/v1/users/nobody                     n n n n y n n n n n
      GET    /api/v1/audit                            n n n n y n n n n n
      GET    /api/v1/webhooks                         n n n n y n n n n n
      POST   /api/v1/webhooks/again?key=nobody        n n n n y n n n n n
      POST   /api/v1/local/backup                     n n n n n n n n n n
      GET    /api/v1/oidc                             y y y y y y y y y y
      GET    /api/v1/local/keys                       n n n n n n n n n n
      POST   /api/v1/local/keys/rotate                n n n n n n n n n n
      GET    /api/v1/serve/catalogue                  y y y y y y y y y y
      GET    /api/v1/serve/cases                      n n n n n n n y y y
      POST   /api/v1/serve/cases                      n n n n n n n y y y
      GET    /api/v1/serve/cases/1                    n n n n n n n y y y
      GET    /api/v1/serve/inbox                      n n n n n n n n y n
      GET    /api/v1/serve/drafts                     n n n n n n n y y y
      GET    /api/v1/serve/supervision                n n n n n n n n n n
      POST   /api/v1/serve/benefits/mine              n n n n n n n y n n
      GET    /api/v1/serve/benefits/mine/opt-out      n n n n n n n y n n
      POST   /api/v1/serve/benefits/neighbours        n n n n n n n n n y
      GET    /api/v1/serve/benefits/found             n n n n n n n n y n
      POST   /api/v1/serve/benefits/found/dibao       n n n n n n n n n n
      """;

  @TempDir Path data;

  @Test
  void A01_every_door_opens_for_those_it_is_for_and_no_one_else() {
    try (TestCounty county = TestCounty.start(data)) {
      Map<String, Visitor> visitors = visitors(county);
      StringBuilder found = new StringBuilder();
      for (String row : MATRIX.lines().toList()) {
        String[] words = row.split("\\s+");
        String head = row.substring(0, 48);
        StringBuilder line = new StringBuilder(head);
        for (String visitor : VISITORS) {
          Visitor who = Objects.requireNonNull(visitors.get(visitor));
          int status = who.send(words[0], words[1], body(words[0])).status();
          line.append(status == 401 || status == 403 ? "n " : "y ");
        }
        found.append(line.toString().stripTrailing()).append('\n');
      }
      assertThat(found.toString()).isEqualTo(MATRIX);
    }
  }

  private static @Nullable Object body(String method) {
    return method.equals("POST") ? Map.of("comment", "seen") : null;
  }

  private static Map<String, Visitor> visitors(TestCounty county) {
    Map<String, Visitor> visitors = new LinkedHashMap<>();
    Visitor admin = county.firstAdministrator();
    visitors.put("stranger", county.visitor());
    visitors.put("viewer", county.user(admin, "viewer1", "VIEWER"));
    visitors.put("officer", county.user(admin, "officer1", "OFFICER"));
    visitors.put("engineer", county.user(admin, "engineer1", "ENGINEER"));
    visitors.put("administrator", admin);
    visitors.put("metrics", county.user(admin, "metrics1", "METRICS"));
    visitors.put("resident", county.resident("resident1"));
    visitors.put("clerk", county.user(admin, "clerk1", "CLERK"));
    visitors.put("helper", county.user(admin, "helper1", "HELPER"));
    var device =
        county.running.part(DeviceRegister.class).add("device1", List.of("T1.*"), null, "test");
    visitors.put("device", county.visitor().withBasic(device.user(), device.password()));
    visitors.values().forEach(visitor -> visitor.get("/api/v1/session"));
    return visitors;
  }
}
