package org.ronghe.sources.county.notice;

import static org.ronghe.sources.county.notice.NoticeWords.error;
import static org.ronghe.sources.county.notice.NoticeWords.warning;

/// What can be wrong with county.yaml and the folder as a whole.
@SuppressWarnings("ImmutableEnumChecker") // a record of records of strings
public enum PackageNotice implements NoticeKind {
  PACKAGE_FOLDER_MISSING(
      error(
          new Text("找不到县数据包文件夹 {0}。", "There is no county package folder {0}."),
          new Text("", ""),
          new Text(
              "核对路径；第一次做数据包可用 ./ronghe new-county 生成一个模板。",
              "Check the path; `./ronghe new-county` writes a template to start from."))),
  COUNTY_YAML_MISSING(
      error(
          new Text("文件夹里没有 county.yaml。", "The folder has no county.yaml."),
          new Text(
              "也许给的是上一级文件夹：{0} 里有 county.yaml。",
              "Maybe the folder above was given: there is a county.yaml in {0}."),
          new Text(
              "county.yaml 列出数据包的每个文件，必须放在文件夹最上层。",
              "county.yaml lists every file of the package and stands at the top of the folder."))),
  COUNTY_YAML_UNREADABLE(
      error(
          new Text("county.yaml 不是正确的 YAML：{0}", "county.yaml is not valid YAML: {0}"),
          new Text(
              "也许缩进用了 Tab，或冒号后少了空格，或用了全角冒号。",
              "Maybe a tab was used to indent, a space is missing after a colon, or a full-width colon was typed."),
          new Text(
              "用文本编辑器打开指出的那一行；缩进只用空格，冒号用半角并跟一个空格。",
              "Open the line in a text editor; indent with spaces only and write `: ` with a half-width colon and a space."))),
  COUNTY_YAML_INVALID(
      error(
          new Text(
              "county.yaml 里这一项不对：{0}", "This entry of county.yaml is not as it should be: {1}"),
          new Text("也许是 {2}。", "Maybe {2} is meant."),
          new Text(
              "对照 docs/guide/county-package.md 改正这一项。",
              "Compare the entry with docs/guide/county-package.md."))),
  COUNTY_YAML_UNKNOWN_ENTRY(
      error(
          new Text("county.yaml 里没有名为 {0} 的项。", "county.yaml has no entry called {0}."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text(
              "改正拼写，或删掉这一项；多余的话写成以 # 开头的注释。",
              "Correct the spelling or remove the entry; remarks go into comments that begin with #."))),
  COUNTY_YAML_MISSING_ENTRY(
      error(
          new Text("county.yaml 缺少 {0}。", "county.yaml lacks {0}."),
          new Text("", ""),
          new Text(
              "补上这一项，写法见 docs/guide/county-package.md。",
              "Add the entry; docs/guide/county-package.md shows how."))),
  SYNTHETIC_WITHOUT_NOTICE(
      error(
          new Text(
              "有文件标为合成数据（synthetic: true），但没有写 notice。",
              "A file is marked synthetic, but there is no notice."),
          new Text("", ""),
          new Text(
              "写上 notice 的 zh 和 en：每个页面都会显示这句话，让人知道哪些数据不是真的。",
              "Write `notice` in zh and en: every screen shows it, so that nobody takes generated data for real."))),
  FILE_LISTED_TWICE(
      error(
          new Text("{0} 在 county.yaml 里列了两次。", "{0} is listed twice in county.yaml."),
          new Text("也许其中一个应当写 sheet 或 layer。", "Maybe one of them needs a `sheet` or a `layer`."),
          new Text(
              "删掉一处；同一工作簿的不同工作表用 sheet 区分，同一 GeoPackage 的不同图层用 layer 区分。",
              "Remove one; tell sheets of one workbook apart with `sheet`, layers of one GeoPackage with `layer`."))),
  FILE_NOT_LISTED(
      warning(
          new Text(
              "{0} 在文件夹里，但 county.yaml 没有列出，因此没有读。",
              "{0} is in the folder but not listed in county.yaml, so it was not read."),
          new Text("", ""),
          new Text("要用就列进 files；不用就移到别处。", "List it under `files`, or move it elsewhere."))),
  COUNTY_DIVISION_MISSING(
      warning(
          new Text("行政区划里没有本县 {0}。", "The divisions have no row for the county {0} itself."),
          new Text("", ""),
          new Text(
              "在 divisions 里加上本县一行，首页和地图才知道县界和上级。",
              "Add a row for the county to divisions, so that the overview and the map know it.")));

  private final NoticeWords words;

  PackageNotice(NoticeWords words) {
    this.words = words;
  }

  @Override
  public NoticeWords words() {
    return words;
  }
}
