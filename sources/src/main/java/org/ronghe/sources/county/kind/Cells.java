package org.ronghe.sources.county.kind;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Utility;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.sources.county.manifest.FileSpec;
import org.ronghe.sources.county.notice.Likely;
import org.ronghe.sources.county.notice.LinkNotice;
import org.ronghe.sources.county.notice.Notice;
import org.ronghe.sources.county.notice.NoticeBook;
import org.ronghe.sources.county.notice.NoticeKind;
import org.ronghe.sources.county.notice.ValueNotice;
import org.ronghe.sources.county.table.Row;

/// One row being read: gives its fields as what they should be, and writes down what they are not.
/// Every field is looked at, so that one reading shows all that is wrong with a row.
final class Cells {
  private final Row row;
  private final FileSpec spec;
  private final NoticeBook book;
  private final Known known;
  private @Nullable Runnable onBad;

  Cells(Row row, FileSpec spec, NoticeBook book, Known known) {
    this.row = row;
    this.spec = spec;
    this.book = book;
    this.known = known;
  }

  /// Writes a notice about one field of this row.
  void say(NoticeKind kind, String field, String... details) {
    String value = field.isEmpty() ? "" : row.text(field);
    book.add(new Notice(kind, row.file(), row.number(), field, value, List.of(details)));
  }

  /// False once an error was found.
  boolean isGood() {
    return !book.isBad(row.file(), row.number());
  }

  Row row() {
    return row;
  }

  FileSpec spec() {
    return spec;
  }

  Known.Where where() {
    return new Known.Where(row.file(), row.number());
  }

  /// The source of the file, marked synthetic when the row says so itself.
  Provenance provenance() {
    Provenance whole = spec.provenance();
    String mark = row.text("synthetic");
    boolean synthetic =
        switch (mark.toLowerCase(java.util.Locale.ROOT)) {
          case "", "false", "否", "0", "no" -> false;
          case "true", "是", "1", "yes" -> true;
          default -> {
            say(ValueNotice.YES_NO_MALFORMED, "synthetic", mark);
            yield false;
          }
        };
    return synthetic && !whole.synthetic()
        ? new Provenance(whole.source(), whole.vintage(), whole.licence(), true)
        : whole;
  }

  /// A text that must be there.
  String text(String field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      say(ValueNotice.VALUE_MISSING, field, field);
    } else if (text.indexOf('\uFFFD') >= 0 || text.contains("锟斤拷")) {
      say(ValueNotice.TEXT_GARBLED, field, text);
    }
    return text;
  }

  /// A text that may be missing.
  @Nullable String maybeText(String field) {
    return row.text(field).isEmpty() ? null : text(field);
  }

  /// The number of a field that must have one; NaN when it has none.
  double number(String field) {
    String text = text(field);
    return text.isEmpty() ? Double.NaN : Numbers.read(this, field, text);
  }

  @Nullable Double maybeNumber(String field) {
    String text = row.text(field);
    if (text.isEmpty()) {
      return null;
    }
    double number = Numbers.read(this, field, text);
    return Double.isNaN(number) ? null : number;
  }

  /// A whole number that must be there; 0 when it is not one.
  long whole(String field) {
    double number = number(field);
    if (!Double.isNaN(number) && (number != Math.rint(number) || Math.abs(number) > 1e15)) {
      say(ValueNotice.NUMBER_NOT_WHOLE, field, row.text(field));
    }
    return (long) number;
  }

  /// A number that must be there and be at least 0.
  double notNegative(String field) {
    double number = number(field);
    checkNotNegative(field, number);
    return number;
  }

  @Nullable Double maybeNotNegative(String field) {
    Double number = maybeNumber(field);
    if (number != null) {
      checkNotNegative(field, number);
    }
    return number;
  }

  private void checkNotNegative(String field, double number) {
    if (number < 0) {
      say(ValueNotice.NUMBER_NEGATIVE, field, field, Numbers.plain(-number));
    }
  }

  /// One of a set of words; null when it is none of them.
  <E extends Enum<E>> @Nullable E choice(String field, Choices<E> choices) {
    String text = text(field);
    return text.isEmpty() ? null : choose(field, text, choices);
  }

  /// One of a set of words, or `otherwise` when the cell is empty.
  <E extends Enum<E>> @Nullable E choice(String field, Choices<E> choices, E otherwise) {
    String text = row.text(field);
    return text.isEmpty() ? otherwise : choose(field, text, choices);
  }

  private <E extends Enum<E>> @Nullable E choose(String field, String text, Choices<E> choices) {
    E found = choices.find(text).orElse(null);
    if (found == null) {
      List<String> details = new ArrayList<>(List.of(text, String.join(" ", choices.codes())));
      Likely.of(text, choices.words()).ifPresent(details::add);
      boolean utility = Choices.UTILITY.codes().equals(choices.codes());
      if (!utility) {
        details.addFirst(field);
      }
      say(
          utility ? ValueNotice.UTILITY_UNKNOWN : ValueNotice.CHOICE_UNKNOWN,
          field,
          details.toArray(String[]::new));
    }
    return found;
  }

  @Nullable Utility utility() {
    return choice("utility", Choices.UTILITY);
  }

  /// The id of this row, which no other row of its kind may have. When the row turns out bad, rows
  /// that refer to it are told so.
  String newId(Thing thing) {
    String id = text("id");
    return id.isEmpty() ? id : claim(thing, "id", id);
  }

  /// Claims `id` for this row.
  String claim(Thing thing, String field, String id) {
    Known.Where before = known.claim(thing, id, where());
    if (before != null) {
      say(LinkNotice.DUPLICATE_ID, field, id, before.file(), String.valueOf(before.row()));
    } else {
      onBad = () -> known.leaveOut(thing, id);
    }
    return id;
  }

  /// Call when all fields were looked at.
  void done() {
    if (!isGood() && onBad != null) {
      onBad.run();
    }
  }

  /// The id of a row of another kind, which must have been read before.
  String reference(String field, Thing thing) {
    String id = text(field);
    if (!id.isEmpty()) {
      checkReference(field, thing, id);
    }
    return id;
  }

  @Nullable String maybeReference(String field, Thing thing) {
    return row.text(field).isEmpty() ? null : reference(field, thing);
  }

  void checkReference(String field, Thing thing, String id) {
    if (!known.has(thing, id)) {
      List<String> details = new ArrayList<>(List.of(id, thing.words.zh(), thing.words.en()));
      known.likely(thing, id).ifPresent(details::add);
      say(LinkNotice.REFERENCE_UNKNOWN, field, details.toArray(String[]::new));
    } else if (known.isLeftOut(thing, id)) {
      say(LinkNotice.REFERENCE_TO_BAD_ROW, field, id, thing.words.zh(), thing.words.en());
    }
  }
}
