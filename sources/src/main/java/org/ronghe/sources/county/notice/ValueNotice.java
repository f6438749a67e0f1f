package org.ronghe.sources.county.notice;

import static org.ronghe.sources.county.notice.NoticeWords.error;
import static org.ronghe.sources.county.notice.NoticeWords.warning;

/// What can be wrong with one value.
@SuppressWarnings("ImmutableEnumChecker") // a record of records of strings
public enum ValueNotice implements NoticeKind {
  VALUE_MISSING(
      error(
          new Text("{0} 没有填。", "{0} is empty."),
          new Text("", ""),
          new Text("这一列每行都要填。", "This column must be filled in every row."))),
  NUMBER_MALFORMED(
      error(
          new Text("应当是数，写的是“{0}”。", "This must be a number but reads “{0}”."),
          new Text("", ""),
          new Text(
              "只写数字，小数点用半角句点；不知道就留空。",
              "Write digits with a point as decimal mark; leave it empty when unknown."))),
  NUMBER_FULL_WIDTH(
      error(
          new Text("数字“{0}”里有全角字符。", "The number “{0}” has full-width characters."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text(
              "改成半角；Excel 的 ASC 函数可以整列转换。",
              "Use half-width digits; Excel's ASC function converts a whole column."))),
  NUMBER_WITH_UNIT(
      error(
          new Text("数字“{0}”后面带了单位。", "The number “{0}” carries a unit."),
          new Text("也许是 {1}；单位已经写在列名里。", "Maybe {1} is meant; the unit stands in the column name."),
          new Text(
              "只写数字，并换算成列名里的单位。",
              "Write the number only, in the unit the column name ends with."))),
  NUMBER_WITH_SEPARATOR(
      error(
          new Text("数字“{0}”里有千位分隔符。", "The number “{0}” has a thousands separator."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text("把单元格格式改成“常规”再导出。", "Set the cells to “General” before you export."))),
  NUMBER_NOT_WHOLE(
      error(
          new Text("应当是整数，写的是 {0}。", "This must be a whole number but is {0}."),
          new Text("", ""),
          new Text("写整数。", "Write a whole number."))),
  DIAMETER_NOT_POSITIVE(
      error(
          new Text("管径（{0} 毫米）必须大于 0。", "The diameter ({0} mm) must be positive."),
          new Text("也许不知道管径：那就留空。", "Maybe the diameter is unknown: then leave it empty."),
          new Text(
              "填内径，毫米；电缆或不知道时留空。",
              "Write the inner diameter in millimetres; leave it empty for cables or when unknown."))),
  DIAMETER_TINY(
      warning(
          new Text("管径只有 {0} 毫米。", "The diameter is only {0} mm."),
          new Text("也许单位是米：应当写 {1}。", "Maybe the unit is metres: then write {1}."),
          new Text("diameter_mm 的单位是毫米。", "diameter_mm is in millimetres."))),
  NUMBER_NEGATIVE(
      error(
          new Text("{0} 不能小于 0。", "{0} must not be negative."),
          new Text("也许多打了一个负号：{1}。", "Maybe the minus sign is a slip: {1}."),
          new Text("改正数值，不知道就留空。", "Correct the number, or leave it empty when unknown."))),
  COUNT_NEGATIVE(
      error(
          new Text("人数（{0}）不能小于 0。", "The number of people ({0}) must not be negative."),
          new Text("也许是别的表里“减少”的人数。", "Maybe it is a decrease from another table."),
          new Text("这里填普查时的人数。", "Write the people counted in the census."))),
  AGE_BAND_REVERSED(
      error(
          new Text("年龄段 {0}–{1} 不成立。", "The age band {0}–{1} is not possible."),
          new Text("", ""),
          new Text(
              "age_from 不大于 age_to，都在 0 到 120 之间；“85 岁及以上”写 85 和 120。",
              "age_from is at most age_to, both from 0 to 120; write 85 and 120 for “85 and over”."))),
  RANGE_REVERSED(
      error(
          new Text("量程下限 {0} 不小于上限 {1}。", "The range's low end {0} is not below its high end {1}."),
          new Text("也许两列写反了。", "Maybe the two columns were swapped."),
          new Text(
              "range_low 小于 range_high，都用测点的单位。",
              "range_low is below range_high, both in the unit of the point."))),
  INTERVAL_NOT_POSITIVE(
      error(
          new Text("采集间隔（{0} 秒）必须大于 0。", "The interval ({0} s) must be positive."),
          new Text(
              "也许是“变化上传”：写最长多久必有一次，如 3600。",
              "Maybe it reports on change only: write the longest normal silence, such as 3600."),
          new Text(
              "interval_s 是正常情况下两次读数之间最长的秒数，超过就显示“停更”。",
              "interval_s is the longest normal time between readings; beyond it the point is shown as stale."))),
  SECTION_NUMBER_NOT_POSITIVE(
      error(
          new Text("分区编号（{0}）从 1 开始。", "Section numbers start at 1, this is {0}."),
          new Text("", ""),
          new Text("沿里程从 1 起编号。", "Number the sections from 1 along the chainage."))),
  YEAR_IMPLAUSIBLE(
      warning(
          new Text("建成年份 {0} 不像是真的。", "The year built {0} is not plausible."),
          new Text("", ""),
          new Text("四位公历年份，1900 到 2100。", "Four digits, from 1900 to 2100."))),
  DATE_MALFORMED(
      error(
          new Text("日期“{0}”应当写成 2023-06-30 这样。", "The date “{0}” must be written like 2023-06-30."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text("年-月-日，月和日两位。", "Year, month, day, with two digits for month and day."))),
  YES_NO_MALFORMED(
      error(
          new Text("“{0}”应当是 true 或 false（是或否）。", "“{0}” must be true or false (yes or no)."),
          new Text("", ""),
          new Text("写 true/false、是/否、1/0 之一。", "Write one of true/false, 是/否, 1/0."))),
  CHOICE_UNKNOWN(
      error(
          new Text("{0} 没有“{1}”这个取值；可用：{2}。", "{0} cannot be “{1}”; it can be {2}."),
          new Text("也许是 {3}。", "Maybe {3} is meant."),
          new Text(
              "从列出的取值里选一个；中文名也可以。",
              "Choose one of the values listed; their Chinese names work too."))),
  UTILITY_UNKNOWN(
      error(
          new Text("没有“{0}”这种管线；可用：{1}。", "There is no utility “{0}”; it can be {1}."),
          new Text("也许是 {2}。", "Maybe {2} is meant."),
          new Text("从列出的管线里选一个。", "Choose one of the utilities listed."))),
  DIVISION_CODE_MALFORMED(
      error(
          new Text(
              "区划代码“{0}”应当是 2、4、6、9 或 12 位数字。",
              "The division code “{0}” must have 2, 4, 6, 9 or 12 digits."),
          new Text(
              "也许 Excel 改了它：把这一列设成文本再填。",
              "Maybe Excel changed it: format the column as text and enter it again."),
          new Text("区划代码是文本，不是数。", "A division code is a text, not a number."))),
  DIVISION_CODE_LEVEL(
      error(
          new Text(
              "{0} 级的区划代码应当是 {1} 位（或补零到 12 位），“{2}”不是。",
              "A {0} has a code of {1} digits (or 12, filled with zeros); “{2}” is not one."),
          new Text("", ""),
          new Text(
              "省 2 位、地 4 位、县 6 位、乡 9 位、村 12 位。",
              "Province 2, prefecture 4, county 6, township 9, village 12 digits."))),
  POINT_ID_MALFORMED(
      error(
          new Text(
              "测点编号“{0}”只能用字母、数字、点、横线、下划线，最多 120 个。",
              "The point id “{0}” may hold letters, digits, point, hyphen and underscore only, at most 120."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text(
              "编号会用在 MQTT 主题和网址里，因此不能有空格、斜杠和中文。",
              "The id becomes part of MQTT topics and addresses: no spaces, slashes or Chinese."))),
  STATES_MISSING(
      error(
          new Text("状态量没有写各状态的名字（states）。", "A point of states has no names for them (`states`)."),
          new Text("", ""),
          new Text(
              "按代码 0、1、2 的顺序写，用 | 分开，如 关|开。",
              "Write them in the order of their codes, separated by |, such as 关|开."))),
  STATES_EN_DIFFER(
      error(
          new Text(
              "英文状态名（states_en）有 {0} 个，状态名（states）有 {1} 个。",
              "There are {0} English names of states (`states_en`) for {1} `states`."),
          new Text("", ""),
          new Text(
              "按同样的顺序一一写出，用 | 分开，如 closed|open；没有就留空。",
              "Write one for each, in the same order, separated by |, such as closed|open; or none."))),
  TEXT_GARBLED(
      warning(
          new Text("“{0}”里有乱码。", "“{0}” has garbled characters."),
          new Text("也许导出前就已经坏了。", "Maybe it was damaged before the export."),
          new Text("从原始资料重新录入。", "Enter it again from the original.")));

  private final NoticeWords words;

  ValueNotice(NoticeWords words) {
    this.words = words;
  }

  @Override
  public NoticeWords words() {
    return words;
  }
}
