package org.ronghe.server.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.staff.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `./ronghe user …`: works on a running county and on a stopped one.
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "管理用户 / manage the people who sign in")
final class UserCommands {
  private static final String BY = "local";
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "添加用户并显示初始密码（首次登录须修改）/ add a user; the initial password must be changed")
  int add(
      @Parameters(paramLabel = "NAME", description = "用户名 / user name") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              description = "角色 / role: ${COMPLETION-CANDIDATES}")
          Role role,
      @Option(names = "--name", paramLabel = "TEXT", description = "显示名 / display name")
          @Nullable String displayName,
      @Mixin DataOption option) {
    String shown = displayName == null ? name : displayName;
    String password =
        AnyCounty.ask(
            option,
            running ->
                initialPassword(
                    running.post(
                        "/api/v1/users",
                        Map.of("name", name, "displayName", shown, "role", role.name()))),
            stopped -> stopped.staff().add(name, shown, role, BY));
    print(name, password, option);
    return Commands.DONE;
  }

  @Command(
      name = "reset-password",
      mixinStandardHelpOptions = true,
      description = "重设密码并启用账户 / give a new initial password and enable the account")
  int resetPassword(
      @Parameters(paramLabel = "NAME", description = "用户名 / user name") String name,
      @Mixin DataOption option) {
    option.refuseAbsent();
    String password =
        AnyCounty.ask(
            option,
            running ->
                initialPassword(
                    running.patch(
                        "/api/v1/users/" + Urls.encode(name), Map.of("resetPassword", true))),
            stopped -> stopped.staff().resetPassword(name, BY));
    print(name, password, option);
    return Commands.DONE;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "列出用户 / list the users")
  int list(@Mixin DataOption option) {
    option.refuseAbsent();
    List<Row> rows =
        AnyCounty.ask(
            option,
            running ->
                running
                    .get("/api/v1/users")
                    .valueStream()
                    .map(one ->
                        new Row(
                            one.path("name").asString(),
                            one.path("displayName").asString(),
                            one.path("role").asString(),
                            one.path("enabled").asBoolean()))
                    .toList(),
            stopped ->
                stopped.staff().list().stream()
                    .map(one ->
                        new Row(one.name(), one.displayName(), one.role().name(), one.enabled()))
                    .toList());
    new Terminal(spec.commandLine(), option.json)
        .table(
            List.of("name", "displayName", "role", "enabled"),
            rows.stream()
                .map(row ->
                    Map.of(
                        "name", row.name(),
                        "displayName", row.displayName(),
                        "role", row.role(),
                        "enabled", Boolean.toString(row.enabled())))
                .toList(),
            rows);
    return Commands.DONE;
  }

  private static String initialPassword(JsonNode answer) {
    return answer.path("initialPassword").asString();
  }

  private void print(String name, String password, DataOption option) {
    new Terminal(spec.commandLine(), option.json)
        .answer(
            Map.of("user", name, "password", password),
            "user      " + name + "\npassword  " + password);
  }

  record Row(String name, String displayName, String role, boolean enabled) {}
}
