package org.ronghe.server.benefit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.benefit.BenefitRules;
import org.ronghe.engines.rule.benefit.Reform;
import org.ronghe.engines.rule.benefit.SyntheticPerson;
import org.ronghe.engines.rule.benefit.SyntheticRegister;
import org.ronghe.engines.rule.benefit.Tally;

/// All benefits of all people of a synthetic register, explained, on all processors; with a reform,
/// the same people before and after.
public final class RegisterRun {
  private static final int CHUNK = 4_000;
  private final List<BenefitRules> rules;
  private final SyntheticRegister register;
  private final LocalDate day;
  private final @Nullable Reform reform;
  private final Tally before = new Tally();
  private final Tally after = new Tally();

  public RegisterRun(
      List<BenefitRules> rules,
      SyntheticRegister register,
      LocalDate day,
      @Nullable Reform reform) {
    this.rules = List.copyOf(rules);
    this.register = register;
    this.day = day;
    this.reform = reform;
  }

  /// What the register gets by the law as it is.
  public Tally before() {
    return before;
  }

  /// What it would get after the reform; the benefits it touches only.
  public Tally after() {
    return after;
  }

  /// Runs; with `out` writes one line for each person and benefit they are entitled to.
  public void run(@Nullable Path out) throws IOException {
    if (out == null) {
      run((Writer) null);
      return;
    }
    try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      writer.write(Chunk.HEADER);
      run(writer);
    }
  }

  private void run(@Nullable Writer writer) throws IOException {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      ArrayDeque<Future<Chunk>> waiting = new ArrayDeque<>();
      for (int from = 0; from < register.size(); from += CHUNK) {
        int first = from;
        int last = Math.min(register.size(), from + CHUNK);
        waiting.add(pool.submit(() -> chunk(first, last, writer != null)));
        if (waiting.size() > 2 * workers) {
          take(waiting.remove(), writer);
        }
      }
      while (!waiting.isEmpty()) {
        take(waiting.remove(), writer);
      }
    }
  }

  private void take(Future<Chunk> future, @Nullable Writer writer) throws IOException {
    Chunk chunk;
    try {
      chunk = future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while computing", stopped);
    } catch (ExecutionException fault) {
      throw new IllegalStateException("a chunk of the register failed", fault.getCause());
    }
    before.add(chunk.before());
    after.add(chunk.after());
    if (writer != null) {
      writer.append(chunk.lines());
    }
  }

  private Chunk chunk(int from, int to, boolean lines) {
    Chunk chunk = new Chunk(lines);
    List<Law> laws = laws();
    for (int index = from; index < to; index++) {
      SyntheticPerson person = register.person(index);
      chunk.before().person();
      chunk.after().person();
      for (Law law : laws) {
        BenefitRules one = law.rules();
        boolean receives = person.receives().contains(one.benefit().id());
        BenefitRules.Result result = one.result(person.known(), law.figures());
        chunk.before().result(person, one.benefit().id(), result, law.aYear(), receives);
        chunk.line(person, one, result, law.aYear(), receives);
        BenefitRules.Figures reformed = law.reformed();
        if (reformed != null) {
          BenefitRules.Result changed = one.result(person.known(), reformed);
          chunk.after().result(person, one.benefit().id(), changed, law.aYear(), receives);
        }
      }
    }
    return chunk;
  }

  private List<Law> laws() {
    List<Law> laws = new ArrayList<>();
    for (BenefitRules one : rules) {
      boolean touched = reform != null && reform.touches(one);
      laws.add(
          new Law(
              one,
              one.figures(day, register.county()),
              touched && reform != null ? reform.figures(one, day, register.county()) : null,
              one.benefit().per().aYear()));
    }
    return laws;
  }

  private record Law(
      BenefitRules rules,
      BenefitRules.Figures figures,
      BenefitRules.@Nullable Figures reformed,
      int aYear) {}
}
