package org.ronghe.counties;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The English of the names this generator makes up: divisions in pinyin, as `divisions.csv` has
/// them; the words it composes names of, from `english.csv`; and the order English puts them in.
final class EnglishNames {
  private static final List<String> NUMERALS =
      List.of(
          "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu", "shi", "shiyi", "shi'er",
          "shisan");
  private static final String ROAD = "(经[一二三四五六七八九十]+路)";
  private static final String STREET = "(纬[一二三四五六七八九十]+街)";
  private static final String QUANTITY =
      "((?:备用|二次|\\d+ 号出线|\\d+ kV 侧|\\d+ 号)?(?:流量|压力|浊度|余氯|水池液位|水泵状态|阀门开度|供水温度|回水温度"
          + "|累计热量|循环泵状态|电压|电流|有功功率|开关位置|变压器油温|泄漏浓度|液位|积水深度|排涝泵状态|雨强|硫化氢"
          + "|开关状态|运行状态))";

  /// How a name is put together: its parts are in English themselves where `template` numbers them.
  private record Order(Pattern zh, String template) {
    static Order of(String zh, String template) {
      return new Order(Pattern.compile(zh), template);
    }
  }

  /// The first that fits the whole name is taken; a name that fits none is read word by word.
  private static final List<Order> ORDERS =
      List.of(
          Order.of("(.+)（示例）", "{1} (sample)"),
          Order.of("(.+)（示意位置）", "{1} (schematic position)"),
          Order.of("(.+管廊) (.+舱) 0*(\\d+) 分区", "{1} · {2} · section {3}"),
          Order.of("(.+管廊 .+舱 \\d+ 分区) (.+)", "{1} · {2}"),
          Order.of("(.+) " + QUANTITY, "{1} · {2}"),
          Order.of("(\\d+) kV 侧电压", "{1} kV voltage"),
          Order.of("(\\d+) 号出线(.+)", "feeder {1} {2}"),
          Order.of("(\\d+) 号(.+)", "{2} {1}"),
          Order.of("(.+) (\\d+) 号", "{1} {2}"),
          Order.of("(.+?(?:管|线|缆|网|箱涵)) (.+)至(.+)", "{1} · {2} – {3}"),
          Order.of("至(.+?)((?:中压|供|光).+)", "{2} to {1}"),
          Order.of("(10 kV )至(.+?)(架空干线)", "{1} {3} to {2}"),
          Order.of(ROAD + STREET + "路口—(.+)", "{1} at {2} – {3}"),
          Order.of("([^ —]+)—([^ —]+)", "{1} – {2}"),
          Order.of("(城.变)—(城.变) (.+)", "{1} – {2} {3}"),
          Order.of(ROAD + STREET + "路口(.+)", "{3}, {1} at {2}"),
          Order.of(ROAD + STREET + "北 ?(.+)", "{3}, {1} north of {2}"),
          Order.of(STREET + ROAD + "东 ?(.+)", "{3}, {1} east of {2}"),
          Order.of(
              STREET + "(北|南)侧(经.+)至(经[一二三四五六七八九十]+)(东|西)组团(.+)",
              "{6}, {2} side of {1}, {3}–{4} {5}"),
          Order.of("(.+)横(\\d+)街", "{1} Cross Street {2}"),
          Order.of("(.+)纵(\\d+)街", "{1} Long Street {2}"),
          Order.of("(.+?)(\\d+-\\d+) 号(.+)", "{1} {3} {2}"),
          Order.of("(县城)(\\d+) 号(.+)", "{1} {3} {2}"));

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> known = new HashMap<>();
  private final Pattern word;

  EnglishNames(Facts facts) {
    words.putAll(Facts.english());
    for (Facts.Unit unit : facts.units()) {
      words.put(unit.name(), unit.nameEn());
      words.put(unit.shortName(), unit.shortNameEn());
    }
    for (int i = 0; i < NUMERALS.size(); i++) {
      String numeral = Town.NUMBERS.get(i);
      String joined = (NUMERALS.get(i).startsWith("e") ? "'" : "") + NUMERALS.get(i);
      words.put("经" + numeral, "Jing" + joined);
      words.put("经" + numeral + "路", "Jing" + joined + " Road");
      words.put("纬" + numeral + "街", "Wei" + joined + " Street");
      words.put("第" + numeral, "No. " + (i + 1));
    }
    word =
        Pattern.compile(
            words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", "|[\\x21-\\x7e]+)")));
  }

  /// A name of this county in English, with a capital letter; empty for an empty name.
  ///
  /// @throws IllegalArgumentException when a word of it is not in `english.csv`
  String of(String name) {
    if (name.isEmpty()) {
      return "";
    }
    String english = translated(name);
    return english.substring(0, 1).toUpperCase(Locale.ROOT) + english.substring(1);
  }

  /// The labels of states, such as `关|开`, in English.
  String ofStates(String states) {
    return states.isEmpty() ? "" : translated(states);
  }

  private String translated(String part) {
    String name = part.strip();
    String before = known.get(name);
    if (before != null) {
      return before;
    }
    String english = words.containsKey(name) ? words.get(name) : composed(name);
    known.put(name, english);
    return english;
  }

  private String composed(String name) {
    for (Order order : ORDERS) {
      Matcher fits = order.zh().matcher(name);
      if (fits.matches()) {
        return filled(order.template(), fits.toMatchResult());
      }
    }
    return wordByWord(name);
  }

  private String filled(String template, MatchResult parts) {
    String english = template;
    for (int i = 1; i <= parts.groupCount(); i++) {
      english = english.replace("{" + i + "}", translated(parts.group(i)));
    }
    return english;
  }

  private String wordByWord(String name) {
    StringBuilder english = new StringBuilder();
    Matcher next = word.matcher(name);
    int at = 0;
    while (at < name.length()) {
      if (name.charAt(at) == ' ') {
        at++;
      } else if (next.region(at, name.length()).lookingAt()) {
        String found = next.group();
        english.append(english.isEmpty() ? "" : " ").append(words.getOrDefault(found, found));
        at = next.end();
      } else {
        throw new IllegalArgumentException(
            "no English for “" + name.substring(at) + "” in " + name);
      }
    }
    return english.toString();
  }
}
