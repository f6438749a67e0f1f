package org.ronghe.server.boot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.engines.casework.Verb;
import org.ronghe.office.problem.Refusal;
import org.ronghe.serve.hook.Hook;
import org.ronghe.serve.hook.HookKey;
import org.ronghe.serve.hook.Hooks;
import org.ronghe.server.folder.SafeAddress;
import org.ronghe.sources.yaml.YamlNode;

/// Reads `secrets/webhooks.yaml` of the data folder, which the county's IT person writes.
final class HookFile {
  private static final String FORMAT = "ronghe-webhooks/1";
  private static final Set<String> KEYS =
      Set.of("id", "address", "secretFile", "services", "events");

  private HookFile() {}

  /// The hooks; none without the file. A [Refusal] names the file and the place that is wrong.
  static Hooks read(Path secrets) {
    Path file = secrets.resolve("webhooks.yaml");
    if (!Files.exists(file)) {
      return Hooks.NONE;
    }
    try {
      return of(YamlNode.parse(Files.readString(file)), secrets);
    } catch (YamlNode.Mistake | IllegalArgumentException | IOException mistake) {
      throw new Refusal(
          "webhook-settings",
          "回调设置 " + file + "：" + mistake.getMessage(),
          "The settings of webhooks, " + file + ": " + mistake.getMessage(),
          "对照 docs/guide/security.md 改正；删除该文件即不再通知任何系统。",
          "Correct it after docs/guide/security.md; without the file no system is told.");
    }
  }

  private static Hooks of(YamlNode root, Path secrets) throws IOException {
    if (!root.get("format").text().equals(FORMAT)) {
      throw root.get("format").mistake("must be " + FORMAT);
    }
    List<YamlNode> nodes = root.get("hooks").list();
    Set<String> ids = new HashSet<>();
    Hook[] hooks = new Hook[nodes.size()];
    for (int i = 0; i < hooks.length; i++) {
      hooks[i] = hook(nodes.get(i), secrets);
      if (!ids.add(hooks[i].id())) {
        throw nodes.get(i).get("id").mistake("is there twice");
      }
    }
    return new Hooks(List.of(hooks));
  }

  private static Hook hook(YamlNode node, Path secrets) throws IOException {
    for (var entry : node.entries().entrySet()) {
      if (!KEYS.contains(entry.getKey())) {
        throw entry.getValue().mistake("is not one of " + KEYS.stream().sorted().toList());
      }
    }
    String id = node.get("id").text();
    if (!id.matches("[a-z0-9-]{1,40}")) {
      throw node.get("id").mistake("must be up to 40 of a-z, 0-9 and -");
    }
    Path secret =
        secrets.resolve(node.find("secretFile").map(YamlNode::text).orElse("webhook-" + id));
    Set<String> events = texts(node, "events");
    for (String event : events) {
      if (Verb.ofCode(event).isEmpty()) {
        throw node.get("events").mistake("knows no event " + event);
      }
    }
    return new Hook(
        id,
        address(node.get("address")),
        HookKey.parse(Files.readString(secret).strip()),
        texts(node, "services"),
        events);
  }

  private static Set<String> texts(YamlNode node, String key) {
    return node.find(key).stream()
        .flatMap(list -> list.list().stream())
        .map(YamlNode::text)
        .collect(Collectors.toSet());
  }

  private static URI address(YamlNode node) {
    if (!SafeAddress.is(node.text())) {
      throw node.mistake("must be an https address");
    }
    return URI.create(node.text());
  }
}
