package org.ronghe.office.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.provenance.Provenance;

/// What the fields of all layers share.
final class Fields {
  private Fields() {}

  /// The given fields, then where the row comes from.
  static <T> List<Field<T>> with(Function<T, Provenance> provenance, List<Field<T>> own) {
    List<Field<T>> all = new ArrayList<>(own);
    all.add(
        new Field<>(
            "synthetic",
            Field.Type.TRUTH,
            "合成",
            "Synthetic",
            row -> provenance.apply(row).synthetic()));
    all.add(Field.text("source", "来源", "Source", row -> provenance.apply(row).source()));
    all.add(Field.text("vintage", "时点", "Vintage", row -> provenance.apply(row).vintage()));
    all.add(Field.text("licence", "许可", "Licence", row -> provenance.apply(row).licence()));
    return all;
  }

  /// `VILLAGE_COMMITTEE` as it is written in files: `village-committee`.
  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable Long whole(@Nullable Integer value) {
    return value == null ? null : value.longValue();
  }
}
