package org.ronghe.model.service;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// One thing that can be asked, the same in every service: asked once in a bundle.
///
/// @param id role and field, e.g. `child.birthDate`; in filed answers `{"child":{"birthDate":…}}`
/// @param pattern regular expression the whole text fits; null for none
/// @param min least value (numbers), least length (texts); null for none
/// @param max greatest value (numbers), greatest length (texts); null for none
/// @param unit of numbers, e.g. `m2`; empty for none
/// @param fixed a fact nobody can change, such as the sex: no advice names it
/// @param personal personal data: encrypted at rest, masked by role
/// @param hint why it is asked or how to answer; null for none
public record Element(
    String id,
    Words name,
    ElementType type,
    @Nullable String pattern,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    String unit,
    List<Choice> choices,
    boolean fixed,
    boolean personal,
    @Nullable Words hint) {
  public Element {
    Require.that(id.indexOf('.') > 0, "element " + id + " is not role.field");
    choices = List.copyOf(choices);
  }

  /// The part before the dot, e.g. `child`.
  public String role() {
    return id.substring(0, id.indexOf('.'));
  }

  /// The part after the dot, e.g. `birthDate`.
  public String field() {
    return id.substring(id.indexOf('.') + 1);
  }

  /// An answer as people read it: the names of choices, 是 and 否, the rest as it is.
  public Words said(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? new Words("是", "Yes") : new Words("否", "No");
    }
    if (value instanceof List<?> several) {
      return several.stream()
          .map(this::said)
          .reduce((left, right) ->
              new Words(left.zh() + "、" + right.zh(), left.en() + ", " + right.en()))
          .orElse(new Words("", ""));
    }
    String text = value.toString();
    return choices.stream()
        .filter(choice -> choice.value().equals(text))
        .findFirst()
        .map(Choice::name)
        .orElse(new Words(text, text));
  }

  /// One of the answers of a choice.
  public record Choice(String value, Words name) {
    public Choice {
      Require.filled(value, "choice");
    }
  }
}
