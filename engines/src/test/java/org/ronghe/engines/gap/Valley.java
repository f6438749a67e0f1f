package org.ronghe.engines.gap;

import org.ronghe.model.travel.TravelPairs;
import org.ronghe.model.travel.TravelTable;

/// Small tables written as text: `A>X 10` for each pair, separated by commas.
final class Valley {
  private Valley() {}

  static TravelTable table(String pairs) {
    TravelPairs all = new TravelPairs();
    for (String pair : pairs.split(",")) {
      String[] parts = pair.strip().split("[> ]+");
      all.add(
          parts[0],
          parts[1],
          parts[2].equals("-") ? Double.POSITIVE_INFINITY : Double.parseDouble(parts[2]));
    }
    return table(all);
  }

  static TravelTable table(TravelPairs pairs) {
    return switch (pairs.table()) {
      case TravelPairs.Made made -> made.table();
      case TravelPairs.Unlike unlike -> throw new AssertionError(unlike);
    };
  }

  static Decay decay(String text, Convention convention) {
    return switch (DecayText.read(text, convention)) {
      case DecayText.Right right -> right.decay();
      case DecayText.Wrong wrong -> throw new AssertionError(wrong);
    };
  }

  static Access.Question question(String measure, String decay) {
    return Access.Question.of(Measure.ofCode(measure).orElseThrow(), decay(decay, Convention.R));
  }
}
