package org.ronghe.engines.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How much an opportunity counts, at and around the values where it matters.
class DecayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // at the cutoff it still counts
        "binary:50 | 50 | 1",
        "binary:50 | 50.1 | 0",
        "linear:50 | 0 | 1",
        "linear:50 | 20 | 0.6",
        "linear:50 | 60 | 0",
        "exponential:0.05 | 0 | 1",
        "exponential:0.05 | 20 | 0.36787944117144233",
        // R's power never exceeds 1, not even at 0
        "power:1.5 | 0 | 1",
        "power:1.5 | 0.5 | 1",
        "power:1.5 | 4 | 0.125",
        "logistic:30,10 | 0 | 1",
        // R's step takes effect at its value
        "stepped:10,20,30/0.68,0.22,0 | 9.9 | 1",
        "stepped:10,20,30/0.68,0.22,0 | 10 | 0.68",
        "stepped:10,20,30/0.68,0.22,0 | 20 | 0.22",
        "stepped:10,20,30/0.68,0.22,0 | 30 | 0",
        // PySAL's documented weights for sigma 20
        "gaussian:20 | 20 | 0.6065306597126334",
        "gaussian:20 | 40 | 0.1353352832366127",
      })
  void A01_as_R_says(String decay, double cost, double weight) {
    assertThat(Valley.decay(decay, Convention.R).weight(cost)).isCloseTo(weight, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stepped:10,20,30/0.68,0.22,0 | 10 | 1",
        "stepped:10,20,30/0.68,0.22,0 | 20 | 0.68",
        "stepped:10,20,30/0.68,0.22,0 | 30 | 0.22",
        "stepped:10,20,30/0.68,0.22,0 | 30.1 | 0",
        // PySAL's own way of saying it, from its documentation: {20: 1, 40: 0.68, 60: 0.22}
        "stepped:20,40,60/1,0.68,0.22 | 20 | 1",
        "stepped:20,40,60/1,0.68,0.22 | 30 | 0.68",
        "stepped:20,40,60/1,0.68,0.22 | 60 | 0.22",
        "stepped:20,40,60/1,0.68,0.22 | 70 | 0",
        "power:2 | 0.5 | 4",
      })
  void A02_as_PySAL_says(String decay, double cost, double weight) {
    assertThat(Valley.decay(decay, Convention.PYSAL).weight(cost)).isEqualTo(weight);
  }

  @Test
  void A03_the_logistic_decay_halves_about_its_median_and_dies_out() {
    Decay decay = new Decay.Logistic(30, 10);
    assertThat(decay.weight(30)).isCloseTo(0.5, within(0.01));
    assertThat(decay.weight(1e6)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "binary",
        "binary:",
        "binary:-1",
        "binary:NaN",
        "binary:1,2",
        "linear:0",
        "gaussian:0",
        "logistic:30",
        "logistic:0,10",
        "stepped:10,20/0.5",
        "stepped:20,10/0.5,0",
        "stepped:10/-1",
        "stepped:10",
        "parabola:3",
      })
  void B01_what_makes_no_sense_is_no_decay(String text) {
    assertThat(DecayText.read(text, Convention.R)).isInstanceOf(DecayText.Wrong.class);
  }
}
