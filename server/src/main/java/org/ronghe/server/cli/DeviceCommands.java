package org.ronghe.server.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `./ronghe device …`: works on a running county and on a stopped one.
@Command(
    name = "device",
    mixinStandardHelpOptions = true,
    description = "登记送数设备 / register devices that send readings")
final class DeviceCommands {
  private static final String BY = "local";
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "登记设备并显示其用户名和密码（仅此一次）/ register a device; its password is shown this once")
  int add(
      @Parameters(paramLabel = "NAME", description = "名称，也是用户名 / name, also the user name")
          String name,
      @Option(
              names = "--points",
              paramLabel = "PATTERN",
              required = true,
              split = ",",
              description = "可写的测点，* 代表任意字符 / points it may write, * for any characters")
          List<String> points,
      @Option(
              names = "--certificate",
              paramLabel = "SHA256",
              description = "客户端证书指纹 / fingerprint of its client certificate")
          @Nullable String certificate,
      @Mixin DataOption option) {
    Credentials made =
        AnyCounty.ask(
            option,
            running -> {
              var body = new HashMap<String, @Nullable Object>();
              body.put("name", name);
              body.put("points", points);
              body.put("certificateSha256", certificate);
              JsonNode answer = running.post("/api/v1/devices", body);
              return new Credentials(
                  answer.path("user").asString(), answer.path("password").asString(), points);
            },
            stopped -> {
              var answer = stopped.devices().add(name, points, certificate, BY);
              return new Credentials(answer.user(), answer.password(), points);
            });
    new Terminal(spec.commandLine(), option.json)
        .answer(made, "user      " + made.user() + "\npassword  " + made.password());
    return Commands.DONE;
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "列出设备 / list the devices")
  int list(@Mixin DataOption option) {
    option.refuseAbsent();
    List<Row> rows =
        AnyCounty.ask(
            option,
            running ->
                running
                    .get("/api/v1/devices")
                    .valueStream()
                    .map(one ->
                        new Row(
                            one.path("name").asString(),
                            one.path("points").valueStream().map(JsonNode::asString).toList(),
                            one.path("enabled").asBoolean()))
                    .toList(),
            stopped ->
                stopped.devices().list().stream()
                    .map(one -> new Row(one.name(), one.points(), one.enabled()))
                    .toList());
    new Terminal(spec.commandLine(), option.json)
        .table(
            List.of("name", "points", "enabled"),
            rows.stream()
                .map(row ->
                    Map.of(
                        "name", row.name(),
                        "points", String.join(",", row.points()),
                        "enabled", Boolean.toString(row.enabled())))
                .toList(),
            rows);
    return Commands.DONE;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "移除设备，读数保留 / remove a device; its readings stay")
  int remove(
      @Parameters(paramLabel = "NAME", description = "名称 / name") String name,
      @Mixin DataOption option) {
    option.refuseAbsent();
    AnyCounty.ask(
        option,
        running -> {
          running.delete("/api/v1/devices/" + Urls.encode(name));
          return true;
        },
        stopped -> {
          stopped.devices().remove(name, BY);
          return true;
        });
    new Terminal(spec.commandLine(), option.json)
        .answer(Map.of("removed", name), Words.say("已移除 " + name, "removed " + name));
    return Commands.DONE;
  }

  record Credentials(String user, String password, List<String> points) {}

  record Row(String name, List<String> points, boolean enabled) {}
}
