package org.ronghe.model.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.decision.DecisionModel;
import org.ronghe.model.pack.Words;

/// One benefit. Its model decides `eligible` (boolean) and `amount` (yuan per [Period]) from
/// `person`, `parameters` and `day`.
///
/// @param file the folder it came from
/// @param service id of the service that is filed for it; null where none is
/// @param sights who else may see that somebody may be entitled; nobody who is not named
public record Benefit(
    String id,
    String file,
    Words name,
    Period per,
    Words law,
    DecisionModel model,
    List<Parameter> parameters,
    List<Example> examples,
    @Nullable String service,
    List<Sight> sights) {
  public Benefit {
    sights = List.copyOf(sights);
    parameters = List.copyOf(parameters);
    examples = List.copyOf(examples);
  }

  /// What the law lets `viewer` see; empty where it gives no basis.
  public Optional<Sight> sight(Viewer viewer) {
    return sights.stream().filter(one -> one.viewer() == viewer).findFirst();
  }

  /// Who may look for people who are entitled and do not know it.
  public enum Viewer {
    /// 帮办员: in the own village.
    HELPER,
    /// The department of the benefit's service.
    DEPARTMENT
  }

  /// A look the law allows.
  ///
  /// @param basis the clause
  /// @param source where the clause was read; null marks one that was not compared (示例)
  /// @param fields of the person that are shown; `age` is shown in bands
  public record Sight(Viewer viewer, Words basis, @Nullable String source, List<String> fields) {
    public Sight {
      fields = List.copyOf(fields);
    }
  }

  /// What an amount is for.
  public enum Period {
    MONTH(12),
    YEAR(1),
    ONCE(1);

    private final int aYear;

    Period(int aYear) {
      this.aYear = aYear;
    }

    /// How many amounts a year has; a single payment counts once.
    public int aYear() {
      return aYear;
    }
  }

  /// A figure of the law, by date and county.
  public record Parameter(String id, Words name, String unit, List<Value> values) {
    public Parameter {
      values = List.copyOf(values);
    }

    /// The figure in force: the one of the smallest area around `division`, and of these the
    /// newest.
    public Optional<Value> at(LocalDate date, String division) {
      Value best = null;
      for (Value value : values) {
        if (!value.from().isAfter(date) && value.covers(division) && value.beats(best)) {
          best = value;
        }
      }
      return Optional.ofNullable(best);
    }
  }

  /// @param county code of the area, the beginning of the codes in it; `*` for the whole country
  /// @param source where it is published; null marks a figure of our own (示例)
  public record Value(LocalDate from, String county, BigDecimal value, @Nullable String source) {
    boolean covers(String division) {
      return county.equals("*") || division.startsWith(county);
    }

    boolean beats(@Nullable Value other) {
      if (other == null) {
        return true;
      }
      int mine = county.equals("*") ? 0 : county.length();
      int theirs = other.county.equals("*") ? 0 : other.county.length();
      return mine != theirs ? mine > theirs : from.isAfter(other.from);
    }
  }

  /// A person and what must come out.
  ///
  /// @param person FEEL values by name
  /// @param expected decisions and their values
  /// @param rules decisions and the rules that must fire, from 1
  public record Example(
      Words name,
      LocalDate date,
      Map<String, ?> person,
      Map<String, ?> expected,
      Map<String, List<Integer>> rules) {}
}
