package org.ronghe.sources.county.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something an operator should know about one place of a package.
///
/// @param file file in the package, as county.yaml names it
/// @param row as Excel shows it: the header is row 1; the line in county.yaml; the number of the
///   feature in a GeoJSON file; the `fid` in a GeoPackage; the OSM id; 0 for the whole file
/// @param field our name of the field; empty when the notice is about the whole row or file
/// @param value the text found there; may be empty
/// @param details values the sentences of the kind ask for
public record Notice(
    NoticeKind kind, String file, long row, String field, String value, List<String> details) {
  public Notice {
    details = List.copyOf(details);
  }

  public String code() {
    return kind.code();
  }

  public Severity severity() {
    return kind.severity();
  }

  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  /// What is wrong.
  public Text why() {
    return kind.why().with(details);
  }

  /// What may help.
  public Optional<Text> maybe() {
    Text maybe = kind.maybe();
    return maybe.needsMoreThan(details.size())
        ? Optional.empty()
        : Optional.of(maybe.with(details));
  }

  /// `places.csv row 12 lon "36.1": …` in English, for logs and terminals.
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(severity().name().toLowerCase(Locale.ROOT));
    line.append(' ').append(code()).append(": ").append(file);
    if (row > 0) {
      line.append(" row ").append(row);
    }
    if (!field.isEmpty()) {
      line.append(' ').append(field).append(" \"").append(value).append('"');
    }
    line.append(": ").append(why().en());
    maybe().ifPresent(maybe -> line.append(' ').append(maybe.en()));
    return line.toString();
  }
}
