package org.ronghe.engines.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The closed formulas, against published examples and against the defining sums.
class ErlangCTest {
  @Test
  void A01_one_window_is_the_M_M_1_queue() {
    assertThat(ErlangC.waitShare(0.8, 1)).isCloseTo(0.8, within(1e-12));
    assertThat(ErlangC.meanWait_min(0.8, 1, 4)).isCloseTo(16, within(1e-9));
  }

  /// Call Centre Helper, "Erlang C Formula – Made Simple With an Easy Worked Example": 100 calls in
  /// 30 minutes of 180 s; 14 agents answer 88.8 % in 20 s, 17.4 % wait, on average 7.8 s; 10
  /// erlangs.
  @Test
  void A02_the_worked_example_of_a_hundred_calls() {
    double load = 100.0 / 30 * 3;
    assertThat(ErlangC.waitShare(load, 14)).isCloseTo(0.174, within(0.0005));
    assertThat(ErlangC.servedWithin(load, 14, 3, 20 / 60.0)).isCloseTo(0.888, within(0.0005));
    assertThat(ErlangC.meanWait_min(load, 14, 3) * 60).isCloseTo(7.8, within(0.05));
    assertThat(ErlangC.windowsFor(load, 3, 20 / 60.0, 0.8)).isEqualTo(14);
  }

  @Test
  void A03_a_load_the_windows_cannot_carry_never_ends() {
    assertThat(ErlangC.waitShare(3, 3)).isEqualTo(1);
    assertThat(ErlangC.meanWait_min(3, 3, 5)).isInfinite();
    assertThat(ErlangC.servedWithin(3.5, 3, 5, 60)).isZero();
  }

  @Property(tries = 300)
  void B01_equals_the_defining_sum(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share,
      @ForAll @IntRange(min = 1, max = 60) int windows) {
    double load = share * windows;
    MathContext exact = MathContext.DECIMAL128;
    BigDecimal a = new BigDecimal(load);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; n < windows; n++) {
      term = term.multiply(a, exact).divide(BigDecimal.valueOf(n), exact);
      sum = sum.add(term, exact);
    }
    BigDecimal full = term.multiply(a, exact).divide(BigDecimal.valueOf(windows), exact);
    BigDecimal queue =
        full.divide(
            BigDecimal.ONE.subtract(a.divide(BigDecimal.valueOf(windows), exact), exact), exact);
    double expected = queue.divide(sum.add(queue, exact), exact).doubleValue();
    assertThat(ErlangC.waitShare(load, windows)).isCloseTo(expected, within(1e-10));
  }

  @Property(tries = 200)
  void B02_the_windows_found_are_the_fewest(
      @ForAll @DoubleRange(min = 0.1, max = 40) double load,
      @ForAll @DoubleRange(min = 0.0, max = 30) double within_min,
      @ForAll @DoubleRange(min = 0.1, max = 0.99) double share) {
    int windows = ErlangC.windowsFor(load, 6, within_min, share);
    assertThat(ErlangC.servedWithin(load, windows, 6, within_min)).isGreaterThanOrEqualTo(share);
    if (windows > 1) {
      assertThat(ErlangC.servedWithin(load, windows - 1, 6, within_min)).isLessThan(share);
    }
  }
}
