package org.ronghe.sources.yaml;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// A place in a YAML text, and what is there. Asking for the wrong thing is a [Mistake] that names
/// the place, such as `columns[3].range must be a list`.
public final class YamlNode {
  private final String path;
  private final @Nullable Object value;

  private YamlNode(String path, @Nullable Object value) {
    this.path = path;
    this.value = value;
  }

  /// A text that says something else than it should.
  public static final class Mistake extends RuntimeException {
    private Mistake(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// Reads a whole text; only plain data, no tags.
  public static YamlNode parse(String text) {
    try {
      return new YamlNode("", new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    } catch (YAMLException e) {
      throw new Mistake("not YAML: " + e.getMessage(), e);
    }
  }

  /// What is under `key`; it must be there.
  public YamlNode get(String key) {
    return find(key).orElseThrow(() -> new Mistake(place(key) + " is missing", null));
  }

  /// What is under `key`, if anything.
  public Optional<YamlNode> find(String key) {
    Object found = map().get(key);
    return found == null ? Optional.empty() : Optional.of(new YamlNode(place(key), found));
  }

  public List<YamlNode> list() {
    if (!(value instanceof List<?> items)) {
      throw mistake("must be a list");
    }
    List<YamlNode> nodes = new ArrayList<>();
    for (Object item : items) {
      nodes.add(new YamlNode(path + "[" + nodes.size() + "]", item));
    }
    return nodes;
  }

  public boolean isList() {
    return value instanceof List<?>;
  }

  /// Keys as text, in order.
  public Map<String, YamlNode> entries() {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    map()
        .forEach((key, item) ->
            entries.put(String.valueOf(key), new YamlNode(place(String.valueOf(key)), item)));
    return entries;
  }

  public String text() {
    if (value == null || value instanceof Map || value instanceof List) {
      throw mistake("must be a text");
    }
    return value.toString();
  }

  public double number() {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw mistake("must be a number");
  }

  public boolean yes() {
    if (value instanceof Boolean yes) {
      return yes;
    }
    throw mistake("must be true or false");
  }

  /// A whole number.
  public int integer() {
    if (value instanceof Integer number) {
      return number;
    }
    throw mistake("must be a whole number");
  }

  /// A day, written 2026-01-31, with or without quotes.
  public LocalDate date() {
    if (value instanceof Date date) {
      return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }
    try {
      return LocalDate.parse(text());
    } catch (DateTimeParseException e) {
      throw mistake("(" + value + ") must be a day like 2026-01-31");
    }
  }

  /// One of the constants, written in lower case with `-`.
  public <E extends Enum<E>> E choice(Class<E> type) {
    String wanted = text().toUpperCase(Locale.ROOT).replace('-', '_');
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
      known.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    throw mistake("must be one of " + String.join(", ", known));
  }

  /// A mistake at this place.
  public Mistake mistake(String what) {
    return new Mistake((path.isEmpty() ? "the file" : path) + " " + what, null);
  }

  private Map<?, ?> map() {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw mistake("must be a mapping");
  }

  private String place(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
