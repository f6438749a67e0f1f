package org.ronghe.sources.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// What the demo feed plays: `packs/demo/script.yaml`, format `ronghe-demo/1`.
///
/// @param seed another seed is another county's weather and noise
public record DemoScript(long seed, List<Incident> incidents) {
  public DemoScript {
    incidents = List.copyOf(incidents);
  }

  /// Reads a script.
  ///
  /// @throws IOException when the file cannot be read or says something else; the message names the
  ///   place
  public static DemoScript read(Path file) throws IOException {
    try {
      Object top = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      Map<?, ?> script = map(top, "the file");
      if (!"ronghe-demo/1".equals(script.get("format"))) {
        throw new IllegalArgumentException("format must be ronghe-demo/1");
      }
      List<Incident> incidents = new ArrayList<>();
      for (Object one : list(script.get("incidents"), "incidents")) {
        incidents.add(incident(map(one, "an incident")));
      }
      return new DemoScript((long) number(script, "seed"), incidents);
    } catch (YAMLException | IllegalArgumentException | DateTimeParseException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Incident incident(Map<?, ?> yaml) {
    Map<?, ?> name = map(yaml.get("name"), "name");
    Map<?, ?> at = map(yaml.get("at"), "at");
    List<Incident.Effect> effects = new ArrayList<>();
    for (Object one : list(yaml.get("effects"), "effects")) {
      effects.add(effect(map(one, "an effect")));
    }
    Object id = at.get("id");
    return new Incident(
        text(yaml, "id"),
        text(name, "zh"),
        text(name, "en"),
        seconds(yaml, "first"),
        seconds(yaml, "every"),
        seconds(yaml, "lasts"),
        text(at, "profile"),
        id == null ? "*" : id.toString(),
        effects);
  }

  private static Incident.Effect effect(Map<?, ?> yaml) {
    for (Incident.Change change : Incident.Change.values()) {
      String key = change.name().toLowerCase(Locale.ROOT);
      if (yaml.containsKey(key)) {
        return new Incident.Effect(
            text(yaml, "profile"),
            (int) number(yaml, "share"),
            change,
            number(yaml, key),
            yaml.containsKey("spread") ? number(yaml, "spread") : 0);
      }
    }
    throw new IllegalArgumentException("an effect needs add, scale or set");
  }

  private static double seconds(Map<?, ?> yaml, String key) {
    return Duration.parse(text(yaml, key)).toMillis() / 1000.0;
  }

  private static String text(Map<?, ?> yaml, String key) {
    return present(yaml.get(key), key).toString();
  }

  private static double number(Map<?, ?> yaml, String key) {
    if (present(yaml.get(key), key) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(key + " must be a number");
  }

  private static Map<?, ?> map(@Nullable Object yaml, String what) {
    if (yaml instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(what + " must be a mapping");
  }

  private static List<?> list(@Nullable Object yaml, String what) {
    if (yaml instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(what + " must be a list");
  }

  private static Object present(@Nullable Object value, String key) {
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }
}
