package org.ronghe.office.ogc;

/// Builds one HTML page. Everything that is not markup of ours is escaped.
final class Page {
  private static final String STYLE =
      """
      body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;margin:0 auto;max-width:72rem;\
      padding:1rem;color:#222;background:#fafafa}
      a{color:#0b57a4}h1{font-size:1.5rem}
      table{border-collapse:collapse;background:#fff;display:block;overflow-x:auto}
      th,td{border:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top}
      th{background:#eee}.notice{border-left:4px solid #a60;padding:.25rem .75rem;background:#fff6e5}
      nav{margin:1rem 0}
      @media(prefers-color-scheme:dark){body{color:#ddd;background:#181a1c}table{background:#202326}
      th{background:#2b2f33}th,td{border-color:#444}a{color:#8ab8f0}.notice{background:#332a17}}\
      """;

  private final boolean chinese;
  private final StringBuilder html = new StringBuilder(4096);

  Page(boolean chinese, String title, String notice) {
    this.chinese = chinese;
    html.append("<!doctype html><html lang=\"")
        .append(chinese ? "zh-CN" : "en")
        .append(
            "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>")
        .append(escaped(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><main>");
    heading(1, title);
    if (!notice.isEmpty()) {
      html.append("<p class=\"notice\">").append(escaped(notice)).append("</p>");
    }
  }

  /// The Chinese or the English words, as the reader wants.
  String say(String zh, String en) {
    return chinese ? zh : en;
  }

  Page heading(int level, String text) {
    html.append("<h").append(level).append('>').append(escaped(text));
    html.append("</h").append(level).append('>');
    return this;
  }

  Page paragraph(String text) {
    html.append("<p>").append(escaped(text)).append("</p>");
    return this;
  }

  Page link(String href, String text) {
    html.append("<p>");
    anchor(href, text);
    html.append("</p>");
    return this;
  }

  Page beginTable(String... headings) {
    html.append("<table><thead><tr>");
    for (String heading : headings) {
      html.append("<th scope=\"col\">").append(escaped(heading)).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    return this;
  }

  Page beginRow() {
    html.append("<tr>");
    return this;
  }

  Page cell(String text) {
    html.append("<td>").append(escaped(text)).append("</td>");
    return this;
  }

  Page linkCell(String href, String text) {
    html.append("<td>");
    anchor(href, text);
    html.append("</td>");
    return this;
  }

  Page endRow() {
    html.append("</tr>");
    return this;
  }

  Page endTable() {
    html.append("</tbody></table>");
    return this;
  }

  String end() {
    return html.append("</main></body></html>").toString();
  }

  private void anchor(String href, String text) {
    html.append("<a href=\"").append(escaped(href)).append("\">");
    html.append(escaped(text)).append("</a>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
