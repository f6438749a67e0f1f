package org.ronghe.engines.site;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Decides whether so many sites can cover all demands: reductions, Lagrangian bounds, and a search
/// that always asks which site covers the demand with the fewest choices.
final class CoverSearch {
  private static final int ROOT_STEPS = 600;
  private static final int BRANCH_STEPS = 60;
  private static final int GREEDY_EVERY = 10;

  private final int most;
  private final BooleanSupplier goOn;
  private int @Nullable [] cover;
  private boolean stopped;
  private int all;
  private double rootBound = Double.NEGATIVE_INFINITY;

  enum Verdict {
    COVERED,
    IMPOSSIBLE,
    STOPPED
  }

  /// @param most how many sites may be open
  /// @param goOn asked often; false gives up
  CoverSearch(int most, BooleanSupplier goOn) {
    this.most = most;
    this.goOn = goOn;
  }

  Verdict decide(CoverSets sets) {
    all = Arrays.stream(sets.rowName).max().orElse(-1) + 1;
    search(sets, new int[0], new double[0]);
    if (cover != null) {
      return Verdict.COVERED;
    }
    return stopped ? Verdict.STOPPED : Verdict.IMPOSSIBLE;
  }

  /// The sites of the cover found; empty without one.
  int[] cover() {
    return cover == null ? new int[0] : cover;
  }

  /// Bound on the number of sites proved before branching.
  double rootBound() {
    return rootBound;
  }

  /// @param known prices to start from; empty at the root
  private void search(CoverSets given, int[] opened, double[] known) {
    boolean root = known.length == 0;
    double[] prices = known;
    CoverSets sets = given;
    int[] chosen = opened;
    while (cover == null && !stopped) {
      if (sets.rows == 0 || FewSites.pays(sets, most - chosen.length)) {
        few(sets, chosen);
        return;
      }
      CoverReduction reduction = CoverReduction.of(sets, chosen, most);
      if (reduction.impossible()) {
        return;
      }
      sets = reduction.sets();
      chosen = reduction.chosen();
      if (sets.rows == 0) {
        cover = chosen;
        return;
      }
      int left = most - chosen.length;
      if (tooSmall(sets, left)) {
        return;
      }
      CoverDual dual = new CoverDual(sets, left, prices);
      Fates fates = bounded(dual, sets, chosen, root);
      if (root) {
        rootBound = Math.max(rootBound, chosen.length + dual.sites());
      }
      if (fates.dead || cover != null || stopped) {
        return;
      }
      if (fates.decided * 10 < sets.columns()) {
        split(sets, dual, chosen);
        return;
      }
      prices = dual.prices(all);
      for (int j : fates.taken()) {
        chosen = CoverReduction.with(chosen, sets.name[j]);
      }
      sets = sets.without(fates.gone(), fates.covered(sets));
    }
  }

  /// With few sites left to open, looking at all of them is quickest.
  private void few(CoverSets sets, int[] chosen) {
    if (sets.rows == 0) {
      cover = chosen;
      return;
    }
    stopped |= !goOn.getAsBoolean();
    FewSites looking = new FewSites(sets, goOn);
    int[] found = looking.find(Math.max(0, most - chosen.length));
    stopped |= looking.stopped();
    if (found != null) {
      int[] all = chosen;
      for (int j : found) {
        all = CoverReduction.with(all, sets.name[j]);
      }
      cover = all;
    }
  }

  /// Not even the largest sites together have as many demands.
  private static boolean tooSmall(CoverSets sets, int left) {
    int[] size = new int[sets.columns()];
    Arrays.setAll(size, j -> CoverSets.count(sets.bits[j]));
    Arrays.sort(size);
    int reach = 0;
    for (int k = 0; k < left && k < size.length; k++) {
      reach += size[size.length - 1 - k];
    }
    return reach < sets.rows;
  }

  /// What is known of each site: 1 every cover small enough has it, -1 none has.
  private static final class Fates {
    private final byte[] fate;
    private boolean dead;
    private int decided;

    Fates(int columns) {
      fate = new byte[columns];
    }

    void learn(CoverDual dual) {
      for (int j = 0; j < fate.length; j++) {
        int known = fate[j] == 0 ? dual.fate(j) : 0;
        if (known != 0) {
          fate[j] = (byte) known;
          decided++;
        }
      }
    }

    int[] taken() {
      return IntStream.range(0, fate.length).filter(j -> fate[j] > 0).toArray();
    }

    boolean[] gone() {
      boolean[] gone = new boolean[fate.length];
      for (int j = 0; j < fate.length; j++) {
        gone[j] = fate[j] != 0;
      }
      return gone;
    }

    long[] covered(CoverSets sets) {
      long[] covered = CoverSets.empty(sets.rows);
      for (int j : taken()) {
        for (int k = 0; k < covered.length; k++) {
          covered[k] |= sets.bits[j][k];
        }
      }
      return covered;
    }
  }

  private Fates bounded(CoverDual dual, CoverSets sets, int[] chosen, boolean root) {
    Fates fates = new Fates(sets.columns());
    double pace = root ? 1.2 : 0.8;
    int stale = 0;
    int steps = root ? ROOT_STEPS : BRANCH_STEPS;
    for (int step = 0; step < steps && pace > 0.01; step++) {
      stale = dual.evaluate() ? 0 : stale + 1;
      fates.dead = dual.proves();
      if (fates.dead) {
        return fates;
      }
      fates.learn(dual);
      if (step % GREEDY_EVERY == 0 && tried(dual.greedy(), sets, chosen)) {
        return fates;
      }
      if (fates.decided * 4 > sets.columns()) {
        return fates;
      }
      stopped |= !goOn.getAsBoolean();
      if (stopped) {
        return fates;
      }
      if (stale >= (root ? 15 : 6)) {
        pace /= 2;
        stale = 0;
        dual.restart();
        dual.evaluate();
      }
      dual.move(pace);
    }
    return fates;
  }

  private boolean tried(int[] greedy, CoverSets sets, int[] chosen) {
    if (chosen.length + greedy.length > most) {
      return false;
    }
    int[] all = chosen;
    for (int j : greedy) {
      all = CoverReduction.with(all, sets.name[j]);
    }
    cover = all;
    return true;
  }

  private void split(CoverSets sets, CoverDual dual, int[] chosen) {
    long[][] byRow = sets.byRow();
    int row = 0;
    for (int i = 1; i < byRow.length; i++) {
      if (CoverSets.count(byRow[i]) < CoverSets.count(byRow[row])) {
        row = i;
      }
    }
    int tightest = row;
    int[] choices =
        IntStream.range(0, sets.columns())
            .filter(j -> CoverSets.has(byRow[tightest], j))
            .boxed()
            .sorted((a, b) ->
                dual.average[a] == dual.average[b]
                    ? Integer.compare(a, b)
                    : Double.compare(dual.average[b], dual.average[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] dropped = new boolean[sets.columns()];
    double[] prices = dual.prices(all);
    for (int j : choices) {
      if (cover != null || stopped) {
        return;
      }
      // The sites tried before are out: covers with them have been looked at.
      dropped[j] = true;
      search(
          sets.without(dropped, sets.bits[j]), CoverReduction.with(chosen, sets.name[j]), prices);
    }
  }
}
