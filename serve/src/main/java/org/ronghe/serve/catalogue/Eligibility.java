package org.ronghe.serve.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Requirement;

/// Whether someone may file: condition by condition, with what would change it.
public final class Eligibility {
  private Eligibility() {}

  /// @param answers nested by role; may be partial
  public static Verdict check(List<Requirement> conditions, Map<?, ?> answers, LocalDate day) {
    Answers given = Answers.of(answers);
    List<Checked> checked =
        conditions.stream().map(condition -> check(condition, given, day)).toList();
    boolean no = checked.stream().anyMatch(one -> one.verdict() == Answers.Verdict.NO);
    boolean yes = checked.stream().allMatch(one -> one.verdict() == Answers.Verdict.YES);
    return new Verdict(
        no ? Answers.Verdict.NO : yes ? Answers.Verdict.YES : Answers.Verdict.UNKNOWN, checked);
  }

  private static Checked check(Requirement condition, Answers given, LocalDate day) {
    List<Answers.Verdict> verdicts =
        condition.all().stream().map(test -> given.test(test, day)).toList();
    Answers.Verdict verdict =
        verdicts.contains(Answers.Verdict.NO)
            ? Answers.Verdict.NO
            : verdicts.isEmpty() || verdicts.contains(Answers.Verdict.UNKNOWN)
                ? Answers.Verdict.UNKNOWN
                : Answers.Verdict.YES;
    return new Checked(condition.id(), condition.name(), verdict, condition.remedy());
  }

  public record Verdict(Answers.Verdict verdict, List<Checked> conditions) {}

  /// @param remedy what would change it
  public record Checked(String id, Words name, Answers.Verdict verdict, Words remedy) {}
}
