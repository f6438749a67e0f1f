package org.ronghe.office.ogc;

import org.springframework.http.MediaType;

/// A link in a document and in the `Link` header.
record Link(String href, String rel, String type, String title) {

  static Link of(String href, String rel, MediaType type, String title) {
    return new Link(href, rel, type.toString(), title);
  }

  /// As in RFC 8288; the title stays in the document.
  String header() {
    return "<" + href + ">; rel=\"" + rel + "\"; type=\"" + type.replace("\"", "") + "\"";
  }
}
