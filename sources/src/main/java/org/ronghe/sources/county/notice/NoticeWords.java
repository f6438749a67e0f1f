package org.ronghe.sources.county.notice;

/// How grave a kind of notice is, and its sentences.
///
/// @param why what is wrong, with `{0}`, `{1}` … for the values of the case at hand
/// @param maybe what may be the cause or the cure; blank when there is no guess
/// @param help what to do about it, for the reference page
public record NoticeWords(Severity severity, Text why, Text maybe, Text help) {
  static NoticeWords error(Text why, Text maybe, Text help) {
    return new NoticeWords(Severity.ERROR, why, maybe, help);
  }

  static NoticeWords warning(Text why, Text maybe, Text help) {
    return new NoticeWords(Severity.WARNING, why, maybe, help);
  }
}
