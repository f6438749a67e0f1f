package org.ronghe.sources.county.notice;

import static org.ronghe.sources.county.notice.NoticeWords.error;
import static org.ronghe.sources.county.notice.NoticeWords.warning;

/// What can be wrong between rows.
@SuppressWarnings("ImmutableEnumChecker") // a record of records of strings
public enum LinkNotice implements NoticeKind {
  DUPLICATE_ID(
      error(
          new Text("{0} 已经在 {1} 第 {2} 行用过。", "{0} is already used in {1}, row {2}."),
          new Text("", ""),
          new Text(
              "编号在同类里不能重复；保留先出现的一行。",
              "An id is unique among its kind; the row that comes first is kept."))),
  DUPLICATE_BOUNDARY(
      error(
          new Text("区划 {0} 已经有边界。", "Division {0} has a boundary already."),
          new Text("", ""),
          new Text(
              "一个区划一个边界；分成几块的用多部件面。",
              "One division, one boundary; several parts make a multipolygon."))),
  DUPLICATE_COUNT(
      error(
          new Text(
              "同一区划、日期、性别、年龄段的人数已经在 {0} 第 {1} 行。",
              "The people of this division, date, sex and age band are already in {0}, row {1}."),
          new Text("", ""),
          new Text(
              "删掉重复的一行，否则人数会加两遍。", "Remove one of the rows, or the people are counted twice."))),
  REFERENCE_UNKNOWN(
      error(
          new Text("没有编号为“{0}”的{1}。", "There is no {2} “{0}”."),
          new Text("也许是 {3}。", "Maybe {3} is meant."),
          new Text("改正编号，或把缺的那一行补上。", "Correct the id, or add the row that is missing."))),
  REFERENCE_TO_BAD_ROW(
      error(
          new Text(
              "{1}“{0}”自己有错，没有读入，因此这一行也不能用。",
              "The {2} “{0}” has errors of its own and was left out, so this row cannot be used either."),
          new Text("", ""),
          new Text("先改正被引用的那一行。", "Correct the row referred to first."))),
  PARENT_PREFIX(
      error(
          new Text(
              "代码 {0} 不以上级 {1} 的代码开头。", "The code {0} does not begin with that of its parent {1}."),
          new Text("", ""),
          new Text(
              "村的代码前 9 位是乡的，乡的前 6 位是县的，依此类推。",
              "A village's code begins with the 9 digits of its township, that with the 6 of its county, and so on."))),
  PARENT_LEVEL(
      error(
          new Text("{0} 的上级 {1} 不比它高一级。", "The parent {1} of {0} is not of a higher level."),
          new Text("", ""),
          new Text("上级应当是更高的一级。", "The parent must be of a higher level."))),
  BOUNDARY_WITHOUT_DIVISION(
      error(
          new Text(
              "没有与边界 {0}（{1}，{2}）对应的区划。", "No division goes with the boundary {0} ({1}, {2})."),
          new Text(
              "也许 vintage 或 issuer 与 divisions 里写的不同：那里是 {3}。",
              "Maybe vintage or issuer differ from those in divisions: there it is {3}."),
          new Text(
              "边界按 代码＋issuer＋vintage 与区划对应。",
              "A boundary joins its division by code, issuer and vintage."))),
  LINK_TO_ITSELF(
      error(
          new Text("管段的两端是同一个节点 {0}。", "Both ends of the link are the node {0}."),
          new Text("", ""),
          new Text("改正 from 或 to。", "Correct `from` or `to`."))),
  UTILITY_DIFFERS(
      error(
          new Text("管段是 {0}，节点 {1} 是 {2}。", "The link is {0}, its node {1} is {2}."),
          new Text("", ""),
          new Text("一条管段和两端节点属于同一种管线。", "A link and its nodes belong to the same utility."))),
  SECTION_REVERSED(
      error(
          new Text(
              "分区的起点里程 {0} 不小于终点 {1}。", "The section's start {0} m is not below its end {1} m."),
          new Text("也许两列写反了。", "Maybe the two columns were swapped."),
          new Text(
              "from_m 小于 to_m，沿隧道里程，米。",
              "from_m is below to_m, both in metres along the tunnel."))),
  CHAINAGE_OUTSIDE(
      error(
          new Text(
              "里程 {0} 米超出了{1}的范围 {2}–{3} 米。",
              "Chainage {0} m is outside of {4}, which runs from {2} to {3} m."),
          new Text("", ""),
          new Text(
              "核对里程；管廊里程从中心线起点 0 算起。",
              "Check the chainage; it runs from 0 at the start of the tunnel's centreline."))),
  LIMIT_OF_OTHER_PROFILE(
      error(
          new Text("测点 {0} 的配置是 {1}，没有规则 {2}。", "Point {0} has the profile {1}, so no rule {2}."),
          new Text("", ""),
          new Text(
              "规则写成 配置/报警，例如 power.voltage/low；改正规则，或补上测点的 profile。",
              "A rule is profile/alarm, such as power.voltage/low; correct it, or give the point its profile."))),
  SECTIONS_OVERLAP(
      error(
          new Text("与分区 {0}（{1}–{2} 米）重叠。", "This overlaps section {0} ({1}–{2} m)."),
          new Text("", ""),
          new Text("同一舱室的分区首尾相接。", "The sections of a compartment follow each other end to end."))),
  SECTIONS_GAP(
      warning(
          new Text("与前一分区 {0} 之间空了 {1} 米。", "There is a gap of {1} m after section {0}."),
          new Text("", ""),
          new Text("补上缺的分区，或改正里程。", "Add the missing section or correct the chainage."))),
  SECTION_TOO_LONG(
      warning(
          new Text(
              "防火分区长 {0} 米，超过 200 米（GB 50838-2015 第 7.1.6 条）。",
              "The fire section is {0} m long, more than 200 m (GB 50838-2015, 7.1.6)."),
          new Text("也许漏了中间的防火墙。", "Maybe a fire wall in between was left out."),
          new Text(
              "燃气舱和有电力电缆的舱室每隔 200 m 做防火分隔；核对图纸。",
              "Gas compartments and those with power cables are divided every 200 m; check the drawings.")));

  private final NoticeWords words;

  LinkNotice(NoticeWords words) {
    this.words = words;
  }

  @Override
  public NoticeWords words() {
    return words;
  }
}
