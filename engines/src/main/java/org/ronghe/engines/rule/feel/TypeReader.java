package org.ronghe.engines.rule.feel;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a type: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`, a
/// declared name.
final class TypeReader {
  private final Cursor cursor;

  TypeReader(Cursor cursor) {
    this.cursor = cursor;
  }

  FeelType type() {
    if (cursor.takeWord("list")) {
      return cursor.take("<") ? new FeelType.ListOf(inside()) : simple(FeelType.Kind.LIST);
    } else if (cursor.takeWord("range")) {
      return cursor.take("<") ? new FeelType.RangeOf(inside()) : simple(FeelType.Kind.RANGE);
    } else if (cursor.takeWord("context")) {
      return cursor.take("<") ? fields() : simple(FeelType.Kind.CONTEXT);
    } else if (cursor.takeWord("function")) {
      return function();
    }
    for (FeelType.Kind kind : FeelType.Kind.values()) {
      if (kind.feel().indexOf(' ') >= 0 && words(kind.feel())) {
        return simple(kind);
      }
    }
    if (cursor.takeWord("null")) {
      return simple(FeelType.Kind.NULL);
    }
    String name = cursor.name();
    while (cursor.take(".")) {
      name = name + "." + cursor.name();
    }
    FeelType.Kind kind = FeelType.Kind.of(name);
    return kind == null ? new FeelType.Named(name) : simple(kind);
  }

  private FeelType inside() {
    FeelType inner = type();
    cursor.expect(">");
    return inner;
  }

  private FeelType fields() {
    Map<String, FeelType> fields = new LinkedHashMap<>();
    do {
      String name = cursor.newName(":");
      cursor.expect(":");
      fields.put(name, type());
    } while (cursor.take(","));
    cursor.expect(">");
    return new FeelType.ContextOf(fields);
  }

  private FeelType function() {
    if (cursor.take("<")) {
      while (!cursor.take(">")) {
        type();
        cursor.take(",");
      }
      cursor.expect("->");
      type();
    }
    return simple(FeelType.Kind.FUNCTION);
  }

  private boolean words(String words) {
    int place = cursor.place();
    for (String word : words.split(" ")) {
      if (!cursor.takeWord(word)) {
        cursor.back(place);
        return false;
      }
    }
    return true;
  }

  private static FeelType simple(FeelType.Kind kind) {
    return new FeelType.Simple(kind);
  }
}
