package org.ronghe.office.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.device.Device;
import org.ronghe.model.device.DeviceGate;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The senders of readings, kept in PostgreSQL and whole in memory: the gate never waits for the
/// database.
@Component
public class DeviceRegister implements DeviceGate {
  private static final int PASSWORD_BYTES = 24;
  private final JdbcClient database;
  private final Audit audit;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final List<Consumer<String>> removalListeners = new CopyOnWriteArrayList<>();
  private volatile boolean loaded;

  public DeviceRegister(JdbcClient database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public Optional<Device> byPassword(String name, String password) {
    Known found = all().get(name);
    if (found == null || !found.device().enabled()) {
      return Optional.empty();
    }
    byte[] hash = hash(found.salt(), password);
    return MessageDigest.isEqual(hash, found.hash())
        ? Optional.of(found.device())
        : Optional.empty();
  }

  @Override
  public Optional<Device> byCertificate(String sha256Fingerprint) {
    return all().values().stream()
        .filter(one -> sha256Fingerprint.equals(one.certificate()))
        .map(Known::device)
        .filter(Device::enabled)
        .findFirst();
  }

  /// The enabled device of this name.
  public Optional<Device> byName(String name) {
    return Optional.ofNullable(all().get(name)).map(Known::device).filter(Device::enabled);
  }

  /// All devices by name.
  public List<Entry> list() {
    return all().values().stream()
        .map(Known::entry)
        .sorted(java.util.Comparator.comparing(Entry::name))
        .toList();
  }

  /// Adds a device and makes its password, which is shown this once and never again.
  ///
  /// @param certificateSha256 fingerprint of its client certificate, hex, when it has one
  @Transactional
  public Credentials add(
      String name, List<String> patterns, @Nullable String certificateSha256, String by) {
    checkName(name);
    checkPatterns(patterns);
    byte[] salt = bytes(16);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
    int added =
        database
            .sql(
                """
                insert into office.device
                  (name, point_patterns, password_salt, password_hash, certificate_sha256, created_by)
                values (:name, :patterns, :salt, :hash, :certificate, :by) on conflict (name) do nothing
                """)
            .param("name", name)
            .param("patterns", patterns.toArray(String[]::new))
            .param("salt", salt)
            .param("hash", hash(salt, password))
            .param("certificate", fingerprint(certificateSha256))
            .param("by", by)
            .update();
    if (added == 0) {
      throw Problem.conflict(
              "device-exists", "设备 " + name + " 已登记。", "Device " + name + " is already registered.")
          .next("换一个名称，或先移除它。", "Choose another name, or remove it first.");
    }
    audit.record(by, "device-add", name, "points " + String.join(", ", patterns));
    load();
    return new Credentials(name, password, List.copyOf(patterns));
  }

  /// Removes a device; its readings stay.
  @Transactional
  public void remove(String name, String by) {
    if (database.sql("delete from office.device where name = ?").param(name).update() == 0) {
      throw Problem.notFound(
          "no-such-device", "没有名为 " + name + " 的设备。", "There is no device named " + name + ".");
    }
    audit.record(by, "device-remove", name, "");
    load();
    removalListeners.forEach(listener -> listener.accept(name));
  }

  /// Calls `listener` with the name of each device that is removed: its connections must end.
  public void whenRemoved(Consumer<String> listener) {
    removalListeners.add(listener);
  }

  private Map<String, Known> all() {
    if (!loaded) {
      load();
    }
    return known;
  }

  private synchronized void load() {
    Map<String, Known> fresh = new ConcurrentHashMap<>();
    database
        .sql("select * from office.device")
        .query((row, _) -> read(row))
        .list()
        .forEach(one -> fresh.put(one.device().name(), one));
    known.putAll(fresh);
    known.keySet().retainAll(fresh.keySet());
    loaded = true;
  }

  private static Known read(ResultSet row) throws SQLException {
    Array patterns = row.getArray("point_patterns");
    Device device =
        new Device(
            row.getString("name"),
            List.of((String[]) patterns.getArray()),
            row.getBoolean("enabled"));
    return new Known(
        device,
        row.getBytes("password_salt"),
        row.getBytes("password_hash"),
        row.getString("certificate_sha256"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }

  private byte[] bytes(int count) {
    byte[] result = new byte[count];
    random.nextBytes(result);
    return result;
  }

  private static byte[] hash(byte[] salt, String password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable String fingerprint(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String plain = given.replace(":", "").toLowerCase(java.util.Locale.ROOT);
    if (plain.length() != 64 || !isHex(plain)) {
      throw Problem.badRequest(
          "certificate-fingerprint",
          "证书指纹须是 64 位十六进制的 SHA-256。",
          "The certificate fingerprint must be a SHA-256 in 64 hex digits.");
    }
    return plain;
  }

  private static boolean isHex(String text) {
    return text.chars().allMatch(HexFormat::isHexDigit);
  }

  private static void checkName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
      throw Problem.badRequest(
          "device-name",
          "设备名须由 1 到 80 个字母、数字、点、横线、下划线组成，以字母或数字开头。",
          "A device name is 1 to 80 letters, digits, dots, dashes or underscores, starting with a"
              + " letter or digit.");
    }
  }

  private static void checkPatterns(List<String> patterns) {
    boolean fine =
        !patterns.isEmpty()
            && patterns.size() <= 1_000
            && patterns.stream().allMatch(one -> one.matches("[A-Za-z0-9._*-]{1,120}"));
    if (!fine) {
      throw Problem.badRequest(
          "point-patterns",
          "至少给出一个测点编号或带 * 的模式，例如 T1.G.*。",
          "Give at least one point id or a pattern with *, for example T1.G.*.");
    }
  }

  /// What the sender signs in with.
  public record Credentials(String user, String password, List<String> points) {}

  /// What the list shows.
  public record Entry(
      String name,
      List<String> points,
      boolean enabled,
      @Nullable String certificateSha256,
      Instant createdAt,
      String createdBy) {
    public Entry {
      points = List.copyOf(points);
    }
  }

  private record Known(
      Device device,
      byte[] salt,
      byte[] hash,
      @Nullable String certificate,
      Instant createdAt,
      String createdBy) {
    Entry entry() {
      return new Entry(
          device.name(),
          device.pointPatterns(),
          device.enabled(),
          certificate,
          createdAt,
          createdBy);
    }
  }
}
