package org.ronghe.server.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.transit.TransitRules;
import org.ronghe.engines.transit.Window;
import org.ronghe.office.problem.Refusal;
import org.ronghe.sources.road.TravelProfile;
import picocli.CommandLine.Option;

/// Which buses run, and how one travels with them.
final class BusOptions {
  /// What GraphHopper's walkers do on level ground.
  static final double FOOT_KM_H = 5;

  private static final Pattern DEPART =
      Pattern.compile(
          "\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*(?:[-–~]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*)?");
  private static final int LATEST_S = 48 * 3600;

  @Option(
      names = "--gtfs",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "公交时刻表（GTFS 的 zip 或文件夹），可多个 / bus timetables (GTFS, zip or folder), several if need be")
  List<Path> gtfs = List.of();

  @Option(
      names = "--depart",
      paramLabel = "HH:MM-HH:MM",
      description = "出发时段，逐分钟计算 / when one leaves: every minute of the window")
  @Nullable String depart;

  @Option(
      names = "--percentiles",
      paramLabel = "P",
      split = ",",
      defaultValue = "25,50,75",
      description = "时段内出行时间的百分位（缺省 25,50,75）/ percentiles over the window (default 25,50,75)")
  List<Double> percentiles = List.of();

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "哪一天；缺省为班次最多的一天 / which day; by default the one with most trips")
  @Nullable String date;

  @Option(
      names = "--max-walk",
      paramLabel = "MIN",
      defaultValue = "30",
      description =
          "每段步行最多几分钟：到站、换乘、离站、全程步行（缺省 30）/ minutes one walks at most: to a stop, between"
              + " buses, from a stop, or all the way (default 30)")
  double maxWalk_min;

  @Option(
      names = "--max-transfer-walk",
      paramLabel = "MIN",
      defaultValue = "15",
      description = "两趟车之间步行最多几分钟（缺省 15）/ minutes one walks at most between two buses (default 15)")
  double maxTransferWalk_min;

  @Option(
      names = "--max-rides",
      paramLabel = "N",
      defaultValue = "3",
      description = "最多乘几趟车（缺省 3）/ buses taken at most (default 3)")
  int maxRides;

  @Option(
      names = "--max-trip",
      paramLabel = "MIN",
      defaultValue = "1440",
      description = "全程最多几分钟，更久算不可达（缺省 1440）/ a longer trip counts as none (default 1440)")
  double maxTrip_min;

  @Option(
      names = "--boarding-slack",
      paramLabel = "S",
      defaultValue = "60",
      description = "至少提前几秒到站（缺省 60）/ seconds one is at a stop before the bus leaves (default 60)")
  int slack_s;

  @Option(
      names = "--walk-speed",
      paramLabel = "KM_H",
      defaultValue = "5",
      description = "步行速度（缺省 5）/ pace of walking (default 5)")
  double walk_km_h;

  @Option(
      names = "--gtfs-notices",
      paramLabel = "FILE",
      description = "时刻表的全部问题写入此 CSV / write everything noticed about the timetables into this CSV")
  @Nullable Path noticesFile;

  boolean isWanted() {
    return !gtfs.isEmpty();
  }

  /// Refuses options that do not go together or are out of range.
  void check(RoadOptions roads) {
    if (!isWanted()) {
      if (depart != null || date != null) {
        String option = depart != null ? "--depart" : "--date";
        throw new Refusal(
            "option-without-gtfs",
            option + " 只用于公交，但没有给 --gtfs。",
            option + " is for buses, but there is no --gtfs.",
            "请用 --gtfs 给出时刻表。",
            "Name the timetables with --gtfs.");
      }
      return;
    }
    if (roads.profile != TravelProfile.FOOT) {
      throw new Refusal(
          "gtfs-needs-foot",
          "--gtfs 时人步行到站，--profile 不能是 " + roads.profile.word() + "。",
          "With --gtfs one walks to the stops; --profile cannot be " + roads.profile.word() + ".",
          "请用 --profile foot。",
          "Use --profile foot.");
    }
    within("--max-walk", maxWalk_min, 0, 1440);
    within("--max-transfer-walk", maxTransferWalk_min, 0, 1440);
    within("--max-rides", maxRides, 1, 16);
    within("--max-trip", maxTrip_min, 1, 2880);
    within("--boarding-slack", slack_s, 0, 3600);
    within("--walk-speed", walk_km_h, 0.5, 20);
    percentiles.forEach(p -> within("--percentiles", p, Double.MIN_VALUE, 100));
    if (percentiles.isEmpty() || new HashSet<>(percentiles).size() < percentiles.size()) {
      throw new Refusal(
          "percentiles-twice",
          "--percentiles 为空或有重复。",
          "--percentiles is empty or names one twice.",
          "",
          "");
    }
  }

  private static void within(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      String from = least == Double.MIN_VALUE ? ">0" : number(least);
      throw RoadOptions.outOfRange(option, value, from + "–" + number(most));
    }
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  TransitRules rules() {
    return new TransitRules(maxRides, slack_s);
  }

  /// `p25` and so on, in the order asked for.
  List<String> percentileColumns() {
    return percentiles.stream().map(p -> "p" + number(p)).toList();
  }

  Window window() {
    String text = depart == null ? "" : depart;
    Matcher at = DEPART.matcher(text);
    if (!at.matches()) {
      throw noWindow("不是时段", "is no window", "例如 07:00-09:00。", "For example 07:00-09:00.");
    }
    int from = seconds(at, 1);
    int until = at.group(4) == null ? from + 60 : seconds(at, 4);
    if (from < 0 || until < 0 || until > LATEST_S) {
      throw noWindow("不是时刻", "is no time of day", "午夜后写作 24:30。", "After midnight write 24:30.");
    }
    if (until <= from) {
      throw noWindow(
          "的终点不在起点之后",
          "does not end after it begins",
          "也许写反了？跨午夜写作 23:00-24:30。",
          "Maybe it is the wrong way round? Past midnight write 23:00-24:30.");
    }
    if (until - from > 86_400) {
      throw noWindow("超过一天", "is longer than a day", "", "");
    }
    return new Window(from, until);
  }

  private Refusal noWindow(String zh, String en, String nextZh, String nextEn) {
    return depart == null
        ? new Refusal(
            "depart-missing",
            "有 --gtfs 时要给 --depart。",
            "--gtfs needs --depart.",
            "例如 --depart 07:00-09:00。",
            "For example --depart 07:00-09:00.")
        : new Refusal(
            "depart-malformed",
            "--depart " + depart + " " + zh + "。",
            "--depart " + depart + " " + en + ".",
            nextZh,
            nextEn);
  }

  private static int seconds(Matcher at, int group) {
    int minute = Integer.parseInt(at.group(group + 1));
    int second = at.group(group + 2) == null ? 0 : Integer.parseInt(at.group(group + 2));
    return minute > 59 || second > 59
        ? -1
        : Integer.parseInt(at.group(group)) * 3600 + minute * 60 + second;
  }

  @Nullable LocalDate day() {
    if (date == null) {
      return null;
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException _) {
      throw new Refusal(
          "date-malformed",
          "--date " + date + " 不是日期。",
          "--date " + date + " is no date.",
          "例如 2026-03-02。",
          "For example 2026-03-02.");
    }
  }
}
