package org.ronghe.office.staff;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The members of staff: their accounts, roles and passwords.
@Component
public class Staff {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final String NO_PASSWORD = "";
  private final JdbcClient database;
  private final Audit audit;
  private final Argon2PasswordEncoder argon2 =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final SecureRandom random = new SecureRandom();
  private final MemberCache cache = new MemberCache();

  public Staff(JdbcClient database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /// All but residents, who are many and look after their accounts themselves.
  public List<Member> list() {
    return database
        .sql(SELECT + " where role <> 'RESIDENT' order by name")
        .query(Staff::read)
        .list();
  }

  public Optional<Member> find(String name) {
    return cache.find(name, () -> load(name));
  }

  private Optional<Member> load(String name) {
    return database.sql(SELECT + " where name = ?").param(name).query(Staff::read).optional();
  }

  /// True when the name exists, is enabled and the password fits. Takes about the same time when
  /// the name does not exist.
  boolean verify(String name, String password) {
    String hash = passwordHash(name);
    if (hash.equals(NO_PASSWORD)) {
      argon2.encode(password);
      return false;
    }
    return argon2.matches(password, hash);
  }

  private String passwordHash(String name) {
    return database
        .sql("select password_hash from office.staff where name = ? and enabled")
        .param(name)
        .query(String.class)
        .optional()
        .orElse(NO_PASSWORD);
  }

  /// Adds a member with a password someone else chose, which must be changed at the first sign-in.
  @Transactional
  public void add(String name, String displayName, Role role, String password, String by) {
    if (!name.matches("[a-z][a-z0-9._-]{1,39}")) {
      throw Problem.badRequest(
          "user-name",
          "用户名须是 2 到 40 个小写字母、数字、点、横线或下划线，以字母开头。",
          "A user name is 2 to 40 lower-case letters, digits, dots, dashes or underscores, starting"
              + " with a letter.");
    }
    refuseBad(name, password);
    insert(name, displayName, role, argon2.encode(password), role != Role.METRICS);
    audit.record(by, "user-add", name, role.name());
  }

  private void insert(
      String name, String displayName, Role role, String hash, boolean mustChangePassword) {
    int added =
        database
            .sql(
                """
                insert into office.staff (name, display_name, role, password_hash, must_change_password)
                values (?, ?, ?, ?, ?) on conflict (name) do nothing
                """)
            .params(List.of(name, displayName, role.name(), hash, mustChangePassword))
            .update();
    if (added == 0) {
      throw Problem.conflict(
          "user-exists", "用户 " + name + " 已存在。", "User " + name + " already exists.");
    }
    cache.changed(name);
  }

  /// The same with a random password, which is given back.
  @Transactional
  public String add(String name, String displayName, Role role, String by) {
    String password = randomPassword();
    add(name, displayName, role, password, by);
    return password;
  }

  /// Adds a resident with a password of their own choice.
  @Transactional
  public Member register(String name, String displayName, String password) {
    add(name, displayName, Role.RESIDENT, password, name);
    database
        .sql("update office.staff set must_change_password = false where name = ?")
        .param(name)
        .update();
    cache.changed(name);
    return known(name);
  }

  /// Adds a resident whom an identity provider vouches for; no password opens the account.
  @Transactional
  public Member registerWithoutPassword(String name, String displayName) {
    insert(name, displayName, Role.RESIDENT, NO_PASSWORD, false);
    audit.record(name, "user-add", name, Role.RESIDENT.name());
    return known(name);
  }

  public boolean hasPassword(String name) {
    return !passwordHash(name).equals(NO_PASSWORD);
  }

  /// Says which department a member works for and where; ends their running sessions.
  @Transactional
  public Member place(String name, String department, String outlet, String by) {
    known(name);
    database
        .sql("update office.staff set department = ?, outlet = ?, epoch = epoch + 1 where name = ?")
        .params(List.of(department, outlet, name))
        .update();
    cache.changed(name);
    audit.record(by, "user-place", name, department + " " + outlet);
    return known(name);
  }

  /// Ends a member's running sessions wherever they are.
  public void endSessions(String name) {
    database.sql("update office.staff set epoch = epoch + 1 where name = ?").param(name).update();
    cache.changed(name);
  }

  /// Changes what is given and leaves the rest.
  @Transactional
  public Member change(
      String name,
      @Nullable String displayName,
      @Nullable Role role,
      @Nullable Boolean enabled,
      @Nullable String password,
      String by) {
    Member old = known(name);
    boolean losesAdministrator =
        old.isActiveAdministrator()
            && ((role != null && role != Role.ADMINISTRATOR) || Boolean.FALSE.equals(enabled));
    if (losesAdministrator) {
      keepOneAdministrator();
    }
    if (password != null) {
      refuseBad(name, password);
    }
    database
        .sql(
            """
            update office.staff set
              display_name = coalesce(:displayName, display_name),
              role = coalesce(:role, role),
              enabled = coalesce(:enabled, enabled),
              password_hash = coalesce(:hash, password_hash),
              must_change_password = must_change_password or (:hash::text is not null and role <> 'METRICS'),
              epoch = epoch + 1
            where name = :name
            """)
        .param("name", name)
        .param("displayName", displayName)
        .param("role", role == null ? null : role.name())
        .param("enabled", enabled)
        .param("hash", password == null ? null : argon2.encode(password))
        .update();
    cache.changed(name);
    audit.record(by, "user-change", name, changes(displayName, role, enabled, password));
    return known(name);
  }

  @Transactional
  public void remove(String name, String by) {
    if (known(name).isActiveAdministrator()) {
      keepOneAdministrator();
    }
    database.sql("delete from office.staff where name = ?").param(name).update();
    cache.changed(name);
    audit.record(by, "user-remove", name, "");
  }

  /// A member changes their own password; ends their other sessions.
  @Transactional
  public Member changeOwnPassword(String name, String old, String fresh) {
    if (!verify(name, old)) {
      throw Problem.badRequest("old-password", "原密码不对。", "The old password is wrong.");
    }
    if (old.equals(fresh)) {
      throw Problem.badRequest(
          "same-password", "新密码须与原密码不同。", "The new password must differ from the old one.");
    }
    refuseBad(name, fresh);
    database
        .sql(
            """
            update office.staff set password_hash = ?, must_change_password = false, epoch = epoch + 1
            where name = ?
            """)
        .params(List.of(argon2.encode(fresh), name))
        .update();
    cache.changed(name);
    audit.record(name, "password-change", name, "");
    return known(name);
  }

  /// Gives a member a random password, which must be changed at the next sign-in.
  @Transactional
  public String resetPassword(String name, String by) {
    known(name);
    String password = randomPassword();
    change(name, null, null, true, password, by);
    return password;
  }

  /// On the first run: adds `admin` with a random password and returns that; empty when there is
  /// any member already.
  @Transactional
  public Optional<String> addFirstAdministrator() {
    if (database.sql("select count(*) from office.staff").query(Long.class).single() > 0) {
      return Optional.empty();
    }
    String password = randomPassword();
    add("admin", "系统管理员", Role.ADMINISTRATOR, password, "system");
    return Optional.of(password);
  }

  /// Four groups of four letters and digits that are hard to mix up: 92 bits.
  private String randomPassword() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private Member known(String name) {
    return find(name)
        .orElseThrow(() ->
            Problem.notFound(
                "no-such-user", "没有名为 " + name + " 的用户。", "There is no user named " + name + "."));
  }

  private void keepOneAdministrator() {
    List<String> left =
        database
            .sql(
                "select name from office.staff where role = 'ADMINISTRATOR' and enabled for update")
            .query((row, _) -> row.getString(1))
            .list();
    if (left.size() < 2) {
      throw Problem.conflict(
          "last-administrator",
          "这是最后一位可用的管理员，不能移除、停用或降级。",
          "This is the last active administrator; removing, disabling or demoting is refused.");
    }
  }

  private static void refuseBad(String name, String password) {
    PasswordPolicy.objection(name, password)
        .ifPresent(problem -> {
          throw problem;
        });
  }

  private static String changes(
      @Nullable String displayName,
      @Nullable Role role,
      @Nullable Boolean enabled,
      @Nullable String password) {
    return (displayName == null ? "" : "display name; ")
        + (role == null ? "" : "role " + role + "; ")
        + (enabled == null ? "" : enabled ? "enabled; " : "disabled; ")
        + (password == null ? "" : "password reset; ");
  }

  private static final String SELECT =
      "select name, display_name, role, department, outlet, enabled, must_change_password, epoch"
          + " from office.staff";

  private static Member read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Member(
        row.getString("name"),
        row.getString("display_name"),
        Role.valueOf(row.getString("role")),
        row.getString("department"),
        row.getString("outlet"),
        row.getBoolean("enabled"),
        row.getBoolean("must_change_password"),
        row.getInt("epoch"));
  }

  /// An account.
  public record Member(
      String name,
      String displayName,
      Role role,
      String department,
      String outlet,
      boolean enabled,
      boolean mustChangePassword,
      int epoch) {
    boolean isActiveAdministrator() {
      return enabled && role == Role.ADMINISTRATOR;
    }

    public StaffPrincipal principal() {
      return new StaffPrincipal(
          name, displayName, role, department, outlet, mustChangePassword, epoch);
    }
  }
}
