package org.ronghe.server.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `./ronghe keys …`: the keys that seal personal data.
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "加密个人信息的密钥 / the keys that seal personal data")
final class KeyCommands {
  private static final String PATH = "/api/v1/local/keys";
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "列出密钥及各自仍在加密的数量 / list the keys and how many values each still seals")
  int list(@Mixin DataOption option) {
    option.refuseAbsent();
    print(RunningOrBriefly.ask(option, county -> county.get(PATH)), option);
    return Commands.DONE;
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description =
          "启用新密钥并用它重新加密全部数据，运行中也可；中断后下次启动自动接着做 / a new key from now on, and"
              + " everything sealed with it, also while running; goes on by itself after an"
              + " interruption")
  int rotate(@Mixin DataOption option) {
    option.refuseAbsent();
    JsonNode answer =
        RunningOrBriefly.ask(option, county -> county.post(PATH + "/rotate", Map.of()));
    if (option.json) {
      new Terminal(spec.commandLine(), true).answer(answer, "");
      return Commands.DONE;
    }
    int key = answer.path("number").asInt();
    String values = "%,d".formatted(answer.path("resealed").asLong());
    new Terminal(spec.commandLine(), false)
        .answer(
            answer,
            Words.say(
                "密钥 " + key + " 已启用，重新加密 " + values + " 项。请马上做一次备份：旧备份里没有这把密钥。",
                "Key "
                    + key
                    + " is in use; "
                    + values
                    + " values sealed again. Make a backup now: older ones lack this key."));
    print(answer.path("keys"), option);
    return Commands.DONE;
  }

  private void print(JsonNode keys, DataOption option) {
    List<Map<String, String>> rows =
        keys.valueStream()
            .map(key ->
                Map.of(
                    "key", key.path("number").asInt() < 0 ? "-" : key.path("number").asString(),
                    "suite", key.path("suite").asString(),
                    "since", key.path("since").asString("").replaceFirst("T.*", ""),
                    "inUse", key.path("inUse").asBoolean() ? "*" : "",
                    "values", key.path("values").asString(),
                    "where", where(key.path("byKind"))))
            .toList();
    new Terminal(spec.commandLine(), option.json)
        .table(List.of("key", "suite", "since", "inUse", "values", "where"), rows, keys);
  }

  private static String where(JsonNode byKind) {
    return byKind.properties().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue().asString())
        .collect(Collectors.joining(", "));
  }
}
