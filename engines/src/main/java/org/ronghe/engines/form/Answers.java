package org.ronghe.engines.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.AnswerTest;

/// What an applicant answered, by element.
///
/// @param values element id to text, number, yes/no, list or map
public record Answers(Map<String, Object> values) {
  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    values = Map.copyOf(values);
  }

  /// From the nested shape that is filed: `{child: {name: …}}`. What is not so shaped is left out.
  public static Answers of(Map<?, ?> nested) {
    Map<String, Object> flat = new LinkedHashMap<>();
    nested.forEach((role, fields) -> {
      if (fields instanceof Map<?, ?> map) {
        map.forEach((field, value) -> {
          if (value != null) {
            flat.put(role + "." + field, value);
          }
        });
      }
    });
    return new Answers(flat);
  }

  public Optional<Object> get(String element) {
    return Optional.ofNullable(values.get(element));
  }

  /// Whether the test holds on `day`; unknown when the element is not answered or unreadable.
  public Verdict test(AnswerTest test, LocalDate day) {
    Object value = values.get(test.element());
    if (value == null) {
      return Verdict.UNKNOWN;
    }
    boolean words =
        (test.is().isEmpty() || isAny(value, test.is()))
            && (test.not().isEmpty() || !isAny(value, test.not()));
    return words ? inRange(test, value, day) : Verdict.NO;
  }

  /// True when there is no test, or it holds.
  public boolean applies(@Nullable AnswerTest test, LocalDate day) {
    return test == null || test(test, day) == Verdict.YES;
  }

  private static Verdict inRange(AnswerTest test, Object value, LocalDate day) {
    if (test.min() != null || test.max() != null) {
      if (!(value instanceof Number)) {
        return Verdict.UNKNOWN;
      }
      BigDecimal number = new BigDecimal(value.toString());
      boolean low = test.min() != null && number.compareTo(test.min()) < 0;
      boolean high = test.max() != null && number.compareTo(test.max()) > 0;
      if (low || high) {
        return Verdict.NO;
      }
    }
    boolean dated =
        test.ageMin_years() != null || test.ageMax_years() != null || test.within_days() != null;
    return dated ? dated(test, value, day) : Verdict.YES;
  }

  private static Verdict dated(AnswerTest test, Object value, LocalDate day) {
    LocalDate date;
    try {
      date = LocalDate.parse(value.toString());
    } catch (DateTimeParseException _) {
      return Verdict.UNKNOWN;
    }
    int age = Period.between(date, day).getYears();
    boolean young = test.ageMin_years() != null && age < test.ageMin_years();
    boolean old = test.ageMax_years() != null && age > test.ageMax_years();
    boolean far =
        test.within_days() != null
            && (date.isAfter(day) || date.plusDays(test.within_days()).isBefore(day));
    return young || old || far ? Verdict.NO : Verdict.YES;
  }

  private static boolean isAny(Object value, Collection<String> wanted) {
    return value instanceof Collection<?> many
        ? many.stream().anyMatch(one -> wanted.contains(String.valueOf(one)))
        : wanted.contains(value.toString());
  }

  /// What a test says.
  public enum Verdict {
    YES,
    NO,
    UNKNOWN
  }
}
